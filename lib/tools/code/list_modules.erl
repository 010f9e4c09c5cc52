%% The modules that are loaded, all or some of them. Runs in the body of the probe:
%% one pass over the text that the emulator makes of its module table, a few ms.
-module(list_modules).
-export([run/2]).

%% Answers #{loaded, matched, code_bytes, old_code_bytes, modules}: the last as
%% {Columns, Rows}.
-spec run(map(), envelope:call()) -> {map(), envelope:cost()}.
run(#{text := Text, application := Application, old_code := OldCode, sort := Sort,
      limit := Limit}, _Call) ->
    {Bytes, OldBytes} = modules:totals(),
    Found = wanted(Application, among(OldCode, modules:sizes(Text))),
    First = lists:sublist(lists:sort([key(Sort, Row) || Row <- Found]), Limit),
    Lists = modules:lists(),
    {#{loaded => length(erlang:loaded()), matched => length(Found), code_bytes => Bytes,
       old_code_bytes => OldBytes,
       modules => {[module, size_bytes, old_code_bytes, application, md5],
                   [row(Name, Size, Old, Lists) || {_, Name, Size, Old} <- First]}}, #{}}.

%% ---------------------------------------------------------------------------

among(false, Sizes) ->
    Sizes;
among(true, Sizes) ->
    only(lists:filter(fun erlang:check_old_code/1, erlang:loaded()), Sizes).

wanted(any, Sizes) ->
    Sizes;
wanted(Spellings, Sizes) ->
    Application = applications:known(Spellings),
    {ok, Modules} = application:get_key(Application, modules),
    only(lenient:atoms(Modules), Sizes).

only(Modules, Sizes) ->
    Names = maps:from_list([{atom_to_binary(Module, utf8), true} || Module <- Modules]),
    [Row || [Name | _] = Row <- Sizes, is_map_key(Name, Names)].

key(name, [Name, Size, Old]) -> {Name, Name, Size, Old};
key(size, [Name, Size, Old]) -> {-binary_to_integer(Size), Name, Size, Old}.

-spec row(binary(), binary(), term(), term()) -> [term()].
row(Name, Size, Old, Lists) ->
    {Owner, Md5} = case names:existing_atom([Name]) of
                       {ok, Module} -> {modules:owner(Module, Lists), md5(Module)};
                       none -> {none, <<>>}
                   end,
    [Name, binary_to_integer(Size), bytes(Old), Owner, Md5].

bytes(<<>>) -> 0;
bytes(Digits) -> binary_to_integer(Digits).

%% Empty for a module that was unloaded meanwhile.
md5(Module) ->
    try erlang:get_module_info(Module, md5) catch error:badarg -> <<>> end.
