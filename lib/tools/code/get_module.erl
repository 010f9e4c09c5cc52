%% One loaded module: what it exports, what it is, where it came from.
-module(get_module).
-export([run/2]).

%% Attributes and what the compiler says are sent as the bytes of terms: decoded here,
%% they would bring their atoms.
run(#{module := Spellings, text := Text, limit := Limit}, Call) ->
    Module = modules:known(Spellings),
    Exports = [Function || {Name, _} = Function <- lists:sort(erlang:get_module_info(Module, exports)),
                           holds(atom_to_binary(Name, utf8), Text)],
    Name = atom_to_binary(Module, utf8),
    File = modules:file(Module, Call),
    {Same, [Attributes, Compile]} = modules:chunks(Module, File, ["Attr", "CInf"], Call),
    {#{module => Module,
       application => modules:owner(Module, modules:lists()),
       file => text(File),
       file_is_loaded => Same,
       attributes => bytes(Same, Attributes, Module, attributes),
       compile => bytes(Same, Compile, Module, compile),
       md5 => erlang:get_module_info(Module, md5),
       sizes => [{Size, Old} || [Found, Size, Old] <- modules:sizes(Name), Found =:= Name],
       old_code => erlang:check_old_code(Module),
       nifs => length(erlang:get_module_info(Module, nifs)),
       exports => {length(Exports), lists:sublist(Exports, Limit)}}, #{}}.

%% Where the file is not what is loaded, the module itself has to tell.
bytes(true, Bytes, _Module, _Item) when byte_size(Bytes) =< 8000 -> Bytes;
bytes(true, _Bytes, _Module, _Item) -> <<>>;
bytes(_Same, _Bytes, Module, Item) ->
    bytes(true, term_to_binary(erlang:get_module_info(Module, Item)), Module, Item).

holds(_Name, <<>>) -> true;
holds(Name, Text) -> string:find(string:lowercase(Name), Text) =/= nomatch.

text(none) -> <<>>;
text(Text) -> cut:chars(Text, 300).
