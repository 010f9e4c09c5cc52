%% The loaded modules of some applications, each with a digest of its code.
%%
%% Runs in the body of the call, and costs about two microseconds a module. Reads tables of OTP,
%% asks nobody and changes nothing, so nothing is left to undo if the call dies.
-module(code_digests).
-export([run/2]).

%% Digests are numbers of 32 bits.
-define(DIGEST_RANGE, 16#100000000).

%% Answers #{applications => [{Application, [{Module, Digest}]}]}, of at most so many modules
%% in all.
-spec run(#{applications := [binary()], limit := non_neg_integer()}, envelope:call()) ->
          {#{applications := [{atom(), [{module(), non_neg_integer()}]}]}, envelope:cost()}.
run(#{applications := Names, limit := Limit}, _Call) ->
    Known = [Name || Spelling <- Names, {ok, Name} <- [names:existing_atom([Spelling])]],
    {#{applications => digests(Known, Limit)}, #{}}.

%% ---------------------------------------------------------------------------

-spec digests([atom()], non_neg_integer()) -> [{atom(), [{module(), non_neg_integer()}]}].
digests([], _Left) ->
    [];
digests([Application | Applications], Left) ->
    Modules = case application:get_key(Application, modules) of
                  {ok, All} -> lists:sublist(lists:sort(lists:filter(fun erlang:module_loaded/1, lenient:atoms(All))), Left);
                  undefined -> []
              end,
    [{Application, [{Module, erlang:phash2(erlang:get_module_info(Module, md5), ?DIGEST_RANGE)}
                    || Module <- Modules]}
     | digests(Applications, Left - length(Modules))].
