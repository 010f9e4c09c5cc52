%% Documentation (EEP 48), specifications and places of functions, callbacks and types, from the files
%% of a loaded module. Decoding such a file would create all its atoms, so it is searched as bytes,
%% and the client decodes the parts found.
%%
%% A worker reads and searches the file, which may hang with its disk. Nothing is changed.
-module(get_docs).
-export([run/2]).

%% Bytes of a specification, as the compiler keeps it.
-define(SPEC_BYTES, 4000).

%% Answers #{module, compile, head, exports, entries, specs, forms, lines}: `head` is the beginning
%% of the docs_v1 tuple; the others are bytes of terms that begin with the key of
%% the entry, {Kind, Name, Arity}, with {{Name, Arity}, Types}, of `forms` the same of callbacks, and {Name, Type,
%% Variables}, after what they are; and {Arity, Line}.
-spec run(#{module := [binary()], function := [binary()] | none, 
            arity := arity() | any, bytes := pos_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{module := Spellings, function := Function, arity := Arity, bytes := Bytes}, Call) ->
    Module = modules:known(Spellings),
    Exports = exports(Module, Function, Arity),
    File = modules:file(Module, Call),
    {_, [InFile, DebugInfo, Compile]} = modules:chunks(Module, File, ["Docs", "Dbgi", "CInf"], Call),
    Docs = plain(case InFile of none -> beside(Module, File, Call); _ -> InFile end),
    Debug = plain(DebugInfo),
    Found = Exports ++ with_defaults(Exports, Module, Docs),
    Entries = [At || Export <- Found, At <- entries(Export, Docs)] ++ other_entries(Function, Arity, Docs),
    Forms = forms(Function, Arity, Debug),
    Function =:= none orelse Exports =/= [] orelse Entries =/= [] orelse Forms =/= []
        orelse envelope:refuse(no_such_function, similar(Module, Function)),
    Share = Bytes div erlang:max(1, length(Entries)),
    %% Part of a specification is of no use.
    Of = erlang:max(Share, ?SPEC_BYTES),
    {#{module => Module, exports => Exports,
       compile => part(Compile, 0, 8000),
       docs => is_binary(Docs), debug => is_binary(Debug),
       head => case Function of
                   none -> part(Docs, 0, Bytes);
                   _ -> part(Docs, 0, 200)
               end,
       entries => [until(next_entry(), Docs, At, Share) || At <- Entries],
       specs => [until(next_form(), Debug, At, Of) || Export <- Found, At <- specs(Export, Debug)],
       forms => [{Kind, until(next_form(), Debug, At, Of)} || {Kind, At} <- Forms],
       lines => [{A, Line} || {_, A} = Export <- Found, Line <- line(Export, Debug)]}, #{}}.

%% [{Name, Arity}], of a macro too, which is exported under another name; few
%% functions have more arities than are looked at.
-spec exports(module(), none | [binary()], any | arity()) -> [{atom(), arity()}].
exports(_Module, none, _Arity) ->
    [];
exports(Module, Spellings, Arity) ->
    Exports = erlang:get_module_info(Module, exports),
    Macros = [<<"MACRO-", Spelling/binary>> || Spelling <- Spellings],
    Names = [Name || Spelling <- Spellings ++ Macros, {ok, Name} <- [names:existing_atom([Spelling])]],
    Found = lists:sort([Export || {Name, A} = Export <- Exports, lists:member(Name, Names),
                                  Arity =:= any orelse A =:= Arity orelse macro(Name, A) =:= Arity]),
    lists:sublist(Found, 6).

-spec similar(module(), [binary()]) -> [{atom(), arity()}].
similar(Module, Spellings) ->
    Exports = lists:sort(erlang:get_module_info(Module, exports)),
    Near = names:near(lists:last(Spellings), lists:usort([Name || {Name, _} <- Exports])),
    lists:sublist([Export || Name <- Near, {Other, _} = Export <- Exports, Other =:= Name], 8).

%% What has the documentation of functions without their own: Elixir compiles add/2 beside add/3
%% where an argument has a default.
-spec with_defaults([{atom(), arity()}], module(), binary() | none) -> [{atom(), arity()}].
with_defaults(Exports, Module, Docs) ->
    lists:usort(lists:append(
                  [lists:sublist([Longer || {Other, More} = Longer <- lists:sort(erlang:get_module_info(Module, exports)),
                                            Other =:= Name, More > Arity, entries(Longer, Docs) =/= []], 1)
                   || {Name, Arity} = Export <- Exports, entries(Export, Docs) =:= []])) -- Exports.

%% The arity of a macro as its users see it.
macro(Name, Arity) ->
    case atom_to_binary(Name, utf8) of
        <<"MACRO-", _/binary>> -> Arity - 1;
        _ -> none
    end.

%% ---------------------------------------------------------------------------
%% Files

%% Documentation installed in a separate file.
-spec beside(module(), none | file:filename(), envelope:call()) -> binary() | none.
beside(_Module, none, _Call) ->
    none;
beside(Module, File, Call) ->
    Folder = filename:dirname(filename:dirname(File)),
    Chunk = filename:join([Folder, "doc", "chunks", atom_to_list(Module) ++ ".chunk"]),
    case worker:one(fun() -> prim_file:read_file(Chunk) end, 1000, Call) of
        {ok, {ok, Docs}} -> Docs;
        _ -> none
    end.

plain(<<131, 80, Size:32, Deflated/binary>>) when Size =< 16#1000000 ->
    zlib:uncompress(Deflated);
plain(<<131, Term/binary>>) when binary_part(Term, 0, 1) =/= <<80>> ->
    Term;
plain(_None) ->
    none.

-spec part(none | binary(), non_neg_integer(), non_neg_integer()) -> binary().
part(none, _At, _Bytes) -> <<>>;
part(Binary, At, Bytes) ->
    binary:copy(binary:part(Binary, At, erlang:min(Bytes, byte_size(Binary) - At))).

%% As far as one of the patterns at most.
-spec until([binary()] | binary(), binary(), non_neg_integer(), non_neg_integer()) -> binary().
until(Patterns, Binary, At, Bytes) ->
    Size = erlang:min(Bytes, byte_size(Binary) - At),
    case binary:match(Binary, Patterns, [{scope, {At + 1, Size - 1}}]) of
        {End, _} -> part(Binary, At, End - At);
        nomatch -> part(Binary, At, Size)
    end.

next_entry() ->
    [<<104, 5, 104, 3, Kind/binary>> || Name <- [<<"function">>, <<"macro">>, <<"type">>, <<"callback">>,
                                                 <<"macrocallback">>, <<"opaque">>, <<"nominal">>],
                                        Kind <- encodings(Name)].

next_form() ->
    [<<104, Arity, Kind/binary>> || {Arity, Name} <- [{4, <<"attribute">>}, {5, <<"function">>}],
                                    Kind <- encodings(Name)].

%% ---------------------------------------------------------------------------
%% Searching

%% Where {function, Name, Arity} or {macro, Name, Arity} begins.
entries(_Export, none) ->
    [];
entries({Name, Arity}, Docs) ->
    {Kind, Shown, ShownArity} = case atom_to_binary(Name, utf8) of
                                    <<"MACRO-", Rest/binary>> -> {<<"macro">>, Rest, Arity - 1};
                                    Same -> {<<"function">>, Same, Arity}
                                end,
    Keys = [<<104, 3, K/binary, N/binary, 97, ShownArity>>
            || K <- encodings(Kind), N <- encodings(Shown)],
    [At || {At, _} <- lists:sublist(binary:matches(Docs, Keys), 1)].

%% Where {Kind, Name, Arity} of callbacks and types begins.
-spec other_entries(none | [binary()], any | arity(), binary() | none) -> [non_neg_integer()].
other_entries(Function, _Arity, Docs) when Function =:= none; Docs =:= none ->
    [];
other_entries(Spellings, Arity, Docs) ->
    Keys = [<<104, 3, K/binary, N/binary, 97>>
            || Kind <- [<<"callback">>, <<"macrocallback">>, <<"type">>, <<"opaque">>, <<"nominal">>], K <- encodings(Kind),
               Spelling <- Spellings, N <- encodings(Spelling)],
    lists:sublist([At || {At, Size} <- binary:matches(Docs, Keys),
                         Arity =:= any orelse binary:at(Docs, At + Size) =:= Arity], 6).

%% Where {{Name, Arity}, Types} of callbacks, and {Name, Type, Variables} of types begin.
-spec forms(none | [binary()], any | arity(), binary() | none) -> [{binary(), non_neg_integer()}].
forms(Function, _Arity, Debug) when Function =:= none; Debug =:= none ->
    [];
forms(Spellings, Arity, Debug) ->
    Names = [N || Spelling <- Spellings, Name <- [Spelling, <<"MACRO-", Spelling/binary>>], N <- encodings(Name)],
    Callbacks = [{<<"callback">>, At + byte_size(K)}
                 || K <- encodings(<<"callback">>), N <- Names,
                    {At, Size} <- binary:matches(Debug, <<K/binary, 104, 2, 104, 2, N/binary, 97>>),
                    Arity =:= any orelse binary:at(Debug, At + Size) =:= Arity],
    Types = [{Kind, At + byte_size(K)}
             || Kind <- [<<"type">>, <<"opaque">>, <<"nominal">>], K <- encodings(Kind), N <- Names,
                {At, _} <- binary:matches(Debug, <<K/binary, 104, 3, N/binary>>)],
    lists:sublist(Callbacks ++ Types, 6).

%% Where {{Name, Arity}, Types} begins, after the atom `spec`.
specs(_Export, none) ->
    [];
specs({Name, Arity}, Debug) ->
    [At + byte_size(Spec)
     || Spec <- encodings(<<"spec">>), N <- encodings(atom_to_binary(Name, utf8)),
        {At, _} <- lists:sublist(binary:matches(Debug, <<Spec/binary, 104, 2, 104, 2, N/binary, 97, Arity>>), 1)].

%% {function, Anno, Name, Arity, Clauses} of Erlang, {{Name, Arity}, def, Meta, Clauses}
%% of Elixir.
line(_Export, none) ->
    [];
line({Name, Arity}, Debug) ->
    N = atom(atom_to_binary(Name, utf8)),
    Function = ["h\\x05", atom(<<"function">>), "(?:.{0,30}?", atom(<<"location">>), ")?(?:h\\x02)?",
                "(?:a(.)|b(....)).{0,12}?", N, "a", byte(Arity)],
    Definition = ["h\\x04h\\x02", N, "a", byte(Arity), "(?:w.|d..)[a-z]{3,9}.{0,200}?h\\x02",
                  atom(<<"line">>), "(?:a(.)|b(....))"],
    lists:sublist([binary:decode_unsigned(Line)
                   || Pattern <- [Function, Definition],
                      {match, Found} <- [re:run(Debug, Pattern, [dotall, {capture, all_but_first, binary}])],
                      Line <- Found, Line =/= <<>>], 1).

%% As atoms are encoded, by OTP 26 and later and before.
encodings(Name) ->
    [<<119, (byte_size(Name)), Name/binary>>, <<100, (byte_size(Name)):16, Name/binary>>].

atom(Name) ->
    ["(?:", lists:join("|", [[byte(Byte) || <<Byte>> <= Encoded] || Encoded <- encodings(Name)]), ")"].

byte(Byte) ->
    io_lib:format("\\x~2.16.0b", [Byte]).
