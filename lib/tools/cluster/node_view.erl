%% How one member sees its cluster: connections, names, groups, versions. The client compares the
%% views of several members.
%%
%% The body of the call reads tables of OTP; global and the scopes of pg, which may hang, are
%% asked through workers with a time limit. Section code costs about two microseconds a loaded
%% module. Nothing on the node is changed, so nothing is left to undo if the call dies.
-module(node_view).
-export([run/2, down/0, links/2]).

%% Maximum known but disconnected nodes to show.
-define(MAX_DOWN, 200).
%% Where net_kernel keeps the name and the state of a node in a record `connection`.
-define(CONNECTION_NODE, 2).
-define(CONNECTION_STATE, 4).
%% Time limit for global, and for each scope of pg.
-define(PATIENCE_MS, 1500).
%% Maximum characters of a string used as a name; longer ones are not copied.
-define(STRING, 32).
%% Characters of a name that are shown.
-define(NAME_CHARS, 100).
%% Digests are numbers of 32 bits.
-define(DIGEST_RANGE, 16#100000000).

%% Answers #{otp_release, erts_version, visible, hidden, down, pending} and what the sections
%% that are asked for add: links; global and pg; applications.
-spec run(#{sections := [links | names | code], limit := pos_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{sections := Sections, limit := Limit}, Call) ->
    #{nodes := Ours} = ours:all(Call),
    Connections = connections(),
    Answer = #{otp_release => list_to_binary(erlang:system_info(otp_release)),
               erts_version => list_to_binary(erlang:system_info(version)),
               visible => lists:sort(nodes()), hidden => lists:sort(nodes(hidden) -- Ours),
               down => down(),
               pending => [{Node, State} || {Node, State} <- Connections, State =/= up]},
    {lists:foldl(fun(Section, All) -> maps:merge(All, section(Section, Limit, Call)) end,
                 Answer, Sections), #{}}.

%% Known nodes that it is not connected to.
-spec down() -> [node()].
down() ->
    lists:sublist([Node || Node <- lists:sort(nodes(known) -- [node(), nonode@nohost | nodes(connected)]),
                           not ours:is_our_name(Node)], ?MAX_DOWN).

%% ---------------------------------------------------------------------------

%% [{Node, State}] as net_kernel keeps them in a table, which asks nobody.
-spec connections() -> [{node(), atom()}].
connections() ->
    [{element(?CONNECTION_NODE, Connection), element(?CONNECTION_STATE, Connection)}
     || Connection <- try ets:match_object(sys_dist, '_') catch error:badarg -> [] end,
        is_tuple(Connection), tuple_size(Connection) > ?CONNECTION_STATE,
        is_atom(element(?CONNECTION_NODE, Connection)), is_atom(element(?CONNECTION_STATE, Connection))].

-spec section(links | names | code, pos_integer(), envelope:call()) -> #{atom() => term()}.
section(links, Limit, Call) ->
    #{links => links(Limit, Call)};
section(names, Limit, Call) ->
    #{global => global_names(Limit, Call),
      pg => lists:append([scope(Scope, Limit, Call) || Scope <- scopes(Call)])};
section(code, _Limit, _Call) ->
    #{applications => [application_digest(Application) || Application <- applications:loaded()]}.

%% [{Node, BytesWaiting, BytesIn, BytesOut}]: the links that wait with most bytes, then those with most traffic. A link that is
%% not a port, as with TLS, counts none.
-spec links(pos_integer(), envelope:call()) -> [{node(), integer(), integer(), integer()}].
links(Limit, Call) ->
    #{nodes := Ours} = ours:all(Call),
    Links = [Link || {Node, _} = Link <- erlang:system_info(dist_ctrl), not lists:member(Node, Ours)],
    Ports = [Port || {_, Port} <- Links, is_port(Port)],
    Statistics = bulk:ask(fun(Group) ->
                                  Items = [recv_oct, send_oct, send_pend],
                                  lists:zipwith(fun inet:getstat/2, Group,
                                                lists:duplicate(length(Group), Items))
                          end, Ports, Call),
    Queues = bulk:ask(fun(Group) ->
                              lists:zipwith(fun erlang:port_info/2, Group,
                                            lists:duplicate(length(Group), queue_size))
                      end, Ports, Call),
    Known = maps:from_list([{Port, {Queue + Pending, In, Out}}
                            || {Port, {ok, [{_, In}, {_, Out}, {_, Pending}]}, {queue_size, Queue}}
                                   <- lists:zip3(Ports, Statistics, Queues)]),
    Rows = [{Queue, In + Out, Node, In, Out}
            || {Node, Port} <- Links, {Queue, In, Out} <- [maps:get(Port, Known, {0, 0, 0})]],
    [{Node, Queue, In, Out}
     || {Queue, _, Node, In, Out} <- lists:sublist(lists:reverse(lists:sort(Rows)), Limit)].

%% {Number, Digest | none, First}: equal digests mean equal names of equal processes. A name can be any
%% term: from the table of global, {Name, Pid, _, _}, names of unbounded size are not copied; for
%% them only the processes count.
-spec global_names(pos_integer(), envelope:call()) -> {non_neg_integer(), non_neg_integer() | none, [binary()]} | none.
global_names(Limit, Call) ->
    Small = small(),
    Row = {'$1', '$2', '_', '_'},
    Named = worker:one(fun() ->
                               Pairs = lists:sort(ets:select(global_names, [{Row, [Small], [{{'$1', '$2'}}]}])),
                               Others = lists:sort(ets:select(global_names, [{Row, [{'not', Small}], ['$2']}])),
                               {Names, _} = lists:unzip(lists:sublist(Pairs, Limit)),
                               {length(Pairs) + length(Others), Names, Pairs ++ Others}
                       end, ?PATIENCE_MS, Call),
    case Named of
        {ok, {Count, First, All}} -> {Count, digest(All), lists:map(fun cut:label/1, First)};
        _ -> none
    end.

%% A guard: whether the size of a copy of '$1' is bounded. Some names are strings.
-spec small() -> term().
small() ->
    {'orelse', small_terms:guard('$1'), string('$1', ?STRING)}.

-spec string(term(), non_neg_integer()) -> term().
string(Term, 0) ->
    {'=:=', Term, []};
string(Term, Most) ->
    {'orelse', {'=:=', Term, []},
     {'andalso', {is_list, Term}, {is_integer, {hd, Term}}, {'<', {abs, {hd, Term}}, 16#110000}, string({tl, Term}, Most - 1)}}.

%% The processes of pg, which keep their groups in a table of their own name. In OTP 29
%% they are publishers of data, as others may be.
-spec scopes(envelope:call()) -> [atom()].
scopes(Call) ->
    Pids = [whereis(Name) || Name <- registered(), ets:whereis(Name) =/= undefined],
    Said = identity:of_processes([Pid || Pid <- Pids, is_pid(Pid)], Call),
    Found = [Pid || {Pid, #{initial_call := {Module, init, 1}}} <- Said,
                    lists:member(Module, [pg, data_publisher])],
    lists:sort([Name || {_, [{registered_name, Name}]} <- sweep:read(Found, [registered_name], Call)]).

%% [{Scope, Groups, Members, Digest, Largest}], nothing for what is no scope. Groups too can be
%% anything, and lie in a table as {Group, Members, _}.
-spec scope(atom(), pos_integer(), envelope:call()) ->
          [{atom(), non_neg_integer() | none, non_neg_integer() | none, non_neg_integer() | none, [{binary(), non_neg_integer()}]}].
scope(Scope, Limit, Call) ->
    Small = small(),
    Row = {'$1', '$2', '_'},
    Read = worker:one(fun() ->
                              Known = lists:sort(ets:select(Scope, [{Row, [Small], [{{'$1', '$2'}}]}])),
                              {Groups, Members} = lists:unzip(Known),
                              Others = ets:select(Scope, [{Row, [{'not', Small}], ['$2']}]),
                              {lists:zip(lists:map(fun erlang:length/1, Members), Groups),
                               lists:map(fun erlang:length/1, Others),
                               erlang:phash2({lists:zip(Groups, lists:map(fun lists:sort/1, Members)),
                                              lists:sort(lists:map(fun lists:sort/1, Others))}, ?DIGEST_RANGE)}
                      end, ?PATIENCE_MS, Call),
    case Read of
        {ok, {Sized, Others, Digest}} ->
            Largest = lists:sublist(lists:reverse(lists:sort(Sized)), Limit),
            {Sizes, _} = lists:unzip(Sized),
            [{Scope, length(Sizes ++ Others), lists:sum(Sizes ++ Others), Digest,
              [{cut:label(Group), Size} || {Size, Group} <- Largest]}];
        {raised, _} ->
            [];
        no_answer ->
            [{Scope, none, none, none, []}]
    end.

%% {Application, Version, Modules loaded, Digest of these}.
application_digest(Application) ->
    Version = case application:get_key(Application, vsn) of
                  {ok, Text} -> cut:chars(Text, ?NAME_CHARS);
                  undefined -> <<>>
              end,
    Modules = case application:get_key(Application, modules) of
                  {ok, All} -> lists:sort(lists:filter(fun erlang:module_loaded/1, lenient:atoms(All)));
                  undefined -> []
              end,
    Sums = lists:zipwith(fun erlang:get_module_info/2, Modules,
                         lists:duplicate(length(Modules), md5)),
    {Application, Version, length(Modules),
     digest(lists:zip(Modules, Sums))}.

-spec digest(term()) -> non_neg_integer().
digest(Term) -> erlang:phash2(Term, ?DIGEST_RANGE).
