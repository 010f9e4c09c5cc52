%% The modules that a node has loaded. The code server, which may hang with the
%% disk, is not asked: sizes come from the text that the emulator has for its
%% break menu, which lists all modules in less than a millisecond.
%%
%% Runs in the body, and changes nothing.
-module(modules).
-export([known/1, sizes/1, totals/0, owner/2, lists/0, file/2, chunks/4]).

%% Time limit for the code server and the disk.
-define(WHICH_MS, 1000).
%% To read a file of some megabytes from a slow disk.
-define(READ_MS, 3000).

%% The loaded module that one of the spellings names.
-spec known([binary()]) -> module().
known(Spellings) ->
    case [Module || Spelling <- Spellings, {ok, Module} <- [names:existing_atom([Spelling])],
                    erlang:module_loaded(Module)] of
        [Module | _] ->
            Module;
        [] ->
            Loaded = [Name || [Name, _, _] <- sizes(<<>>)],
            envelope:refuse(no_such_module, names:near(lists:last(Spellings), Loaded))
    end.

%% [[Name, Bytes, BytesOfOldCode]], digits or nothing, of those whose name holds the
%% text, case-insensitive. Lines are `lists 107520` or `'my mod' 880 (880 old)`; the first
%% two are totals.
-spec sizes(binary()) -> [[binary()]].
sizes(Text) ->
    Pattern = ["^(?=[^ \n]*?", literal(Text), ")(?|'([^'\n]+)'|([^ \n]+)) (\\d+)(?: \\((\\d+) old\\))?$"],
    case re:run(erlang:system_info(loaded), Pattern,
                [global, multiline, caseless, {capture, [1, 2, 3], binary}]) of
        {match, Lines} -> Lines;
        nomatch -> []
    end.

%% {Bytes, BytesOfOldCode} of all.
-spec totals() -> {non_neg_integer(), non_neg_integer()}.
totals() ->
    {match, [Current, Old]} = re:run(erlang:system_info(loaded), "(\\d+)\nOld code: (\\d+)\n",
                                     [{capture, [1, 2], binary}]),
    {binary_to_integer(Current), binary_to_integer(Old)}.

%% [{Application, Modules}] of those that are loaded.
-spec lists() -> [{atom(), [module()]}].
lists() ->
    [{Application, lenient:atoms(Modules)} || Application <- applications:loaded(),
                                              {ok, Modules} <- [application:get_key(Application, modules)]].

%% The application that has the module, or `none`.
-spec owner(module(), [{atom(), [module()]}]) -> atom().
owner(Module, Lists) ->
    case [Application || {Application, Modules} <- Lists, lists:member(Module, Modules)] of
        [Application | _] -> Application;
        [] -> none
    end.

%% Where it was loaded from, or `none` if unknown. The code server
%% may be asked, hence the worker.
-spec file(module(), envelope:call()) -> string() | none.
file(Module, Call) ->
    Which = fun() ->
                    case code:which(Module) of
                        preloaded ->
                            filename:join([code:lib_dir(erts), "ebin", atom_to_list(Module) ++ ".beam"]);
                        Other -> Other
                    end
            end,
    case worker:one(Which, ?WHICH_MS, Call) of
        {ok, [_ | _] = File} -> File;
        _ -> none
    end.

%% Chunks of its file as bytes, or `none` for each that it has not; and whether the
%% file is what is loaded: `true`, `false`, or `none` where it cannot be read. Terms
%% in them are not decoded: they would bring their atoms.
-spec chunks(module(), string() | none, [string()], envelope:call()) ->
          {true | false | none, [binary() | none]}.
chunks(Module, File, Ids, Call) ->
    Read = fun() ->
                   {ok, {Module, Md5}} = beam_lib:md5(File),
                   {ok, {Module, Chunks}} = beam_lib:chunks(File, Ids, [allow_missing_chunks]),
                   {Md5 =:= erlang:get_module_info(Module, md5),
                    [case lists:keyfind(Id, 1, Chunks) of
                         {_, Chunk} when is_binary(Chunk) -> Chunk;
                         _ -> none
                     end || Id <- Ids]}
           end,
    case File =/= none andalso worker:one(Read, ?READ_MS, Call) of
        {ok, Found} -> Found;
        _ -> {none, [none || _ <- Ids]}
    end.

%% ---------------------------------------------------------------------------

%% As a regular expression that stands for it alone.
literal(Text) ->
    [io_lib:format("\\x~2.16.0b", [Byte]) || <<Byte>> <= Text].
