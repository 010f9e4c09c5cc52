%% Documentation (EEP 48), specifications and places of functions, from the files
%% of a loaded module. Decoding such a file would create all its atoms, so it is searched as bytes,
%% and the client decodes the parts found.
%%
%% A worker reads and searches the file, which may hang with its disk. Nothing is changed.
-module(get_docs).
-export([run/2]).

%% Answers #{module, compile, head, entries, specs, lines}: `head` is the beginning
%% of the docs_v1 tuple; the others are bytes of terms that begin with the key of
%% the entry, {Kind, Name, Arity}, with {{Name, Arity}, Types}, and {Arity, Line}.
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
    Share = Bytes div erlang:max(1, length(Exports)),
    {#{module => Module, exports => Exports,
       compile => part(Compile, 0, 8000),
       docs => is_binary(Docs), debug => is_binary(Debug),
       head => case Function of
                   none -> part(Docs, 0, Bytes);
                   _ -> part(Docs, 0, 200)
               end,
       entries => [until(next_entry(), Docs, At, Share) || Export <- Exports, At <- entries(Export, Docs)],
       specs => [until(next_form(), Debug, At, Share) || Export <- Exports, At <- specs(Export, Debug)],
       lines => [{A, Line} || {_, A} = Export <- Exports, Line <- line(Export, Debug)]}, #{}}.

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
    case lists:sublist(Found, 6) of
        [] ->
            Near = names:near(lists:last(Spellings), lists:usort([Name || {Name, _} <- Exports])),
            Similar = [Export || Name <- Near, {Other, _} = Export <- lists:sort(Exports), Other =:= Name],
            envelope:refuse(no_such_function, lists:sublist(Similar, 8));
        First -> First
    end.

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
