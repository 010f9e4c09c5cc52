%% The loaded modules of some applications, each with a digest of its code.
-module(code_digests).
-export([run/2]).

%% Answers [{Application, [{Module, Digest}]}], of at most so many modules in all.
run(#{applications := Names, limit := Limit}, _Call) ->
    {digests([Name || Spelling <- Names, {ok, Name} <- [names:existing_atom([Spelling])]], Limit), #{}}.

%% ---------------------------------------------------------------------------

digests([], _Left) ->
    [];
digests([Application | Applications], Left) ->
    Modules = case application:get_key(Application, modules) of
                  {ok, All} -> lists:sublist(lists:sort(lists:filter(fun erlang:module_loaded/1, lenient:atoms(All))), Left);
                  undefined -> []
              end,
    [{Application, [{Module, erlang:phash2(erlang:get_module_info(Module, md5), 16#100000000)}
                    || Module <- Modules]}
     | digests(Applications, Left - length(Modules))].
