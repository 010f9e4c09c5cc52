%% One loaded module: what it exports, what it is, where it came from. Runs in the body
%% of the probe; a worker reads the module's file, a few ms, and is given up when the
%% disk hangs.
-module(get_module).
-export([run/2]).

%% Attributes and what the compiler says are sent as the bytes of terms, once for each
%% fact that is read from them: decoded here, they would create atoms.
-spec run(map(), envelope:call()) -> {map(), envelope:cost()}.
run(#{module := Spellings, text := Text, limit := Limit}, Call) ->
    Module = modules:known(Spellings),
    Exports = [Function || {Name, _} = Function <- lists:sort(erlang:get_module_info(Module, exports)),
                           holds(atom_to_binary(Name, utf8), Text)],
    Name = atom_to_binary(Module, utf8),
    File = modules:file(Module, Call),
    {Same, [Attributes, Compile]} = modules:chunks(Module, File, ["Attr", "CInf"], Call),
    Facts = bytes(Same, Attributes, Module, attributes),
    Compiled = bytes(Same, Compile, Module, compile),
    {#{module => Module,
       application => modules:owner(Module, modules:lists()),
       file => text(File),
       file_is_loaded => Same,
       attributes => Facts,
       behaviours => Facts,
       source => Compiled,
       compiler => Compiled,
       md5 => erlang:get_module_info(Module, md5),
       size_bytes => code_size(Name),
       old_code => erlang:check_old_code(Module),
       nifs => length(erlang:get_module_info(Module, nifs)),
       exports => {length(Exports), lists:sublist(Exports, Limit)}}, #{}}.

code_size(Name) ->
    case [Size || [Found, Size, _Old] <- modules:sizes(Name), Found =:= Name] of
        [Size | _] -> binary_to_integer(Size);
        [] -> none
    end.

%% If the file is not what is loaded, asks the module itself.
-spec bytes(boolean(), binary(), module(), atom()) -> binary().
bytes(true, Bytes, _Module, _Item) when byte_size(Bytes) =< 8000 -> Bytes;
bytes(true, _Bytes, _Module, _Item) -> <<>>;
bytes(_Same, _Bytes, Module, Item) ->
    bytes(true, term_to_binary(erlang:get_module_info(Module, Item)), Module, Item).

holds(_Name, <<>>) -> true;
holds(Name, Text) -> string:find(string:lowercase(Name), Text) =/= nomatch.

text(none) -> <<>>;
text(Text) -> cut:chars(Text, 300).
