%% One look at a node (processes by kind, tables by name, applications and modules by version), or two
%% looks without what stayed the same.
%%
%% The body sweeps all processes as group_processes does, and asks about all tables through workers.
%% Nothing on the node is changed, so nothing is left to undo if the call dies.
-module(compare).
-export([run/2]).

%% Kinds of processes, and names of tables: those with the most memory.
-define(MOST, 1000).
%% Tables, and modules.
-define(MOST_TABLES, 50000).
-define(MOST_MODULES, 20000).
%% Digests are numbers of 32 bits.
-define(DIGEST_RANGE, 16#100000000).
%% Characters of the version of an application.
-define(VERSION, 40).

%% Answers #{window_ms, first, second}; `first` is `none` without a window. A look is #{totals,
%% processes, tables, applications, modules, left_out}: of kinds and tables [{Kind, Number, Bytes}]
%% and [{Name, Number, Bytes, Rows}], of applications [{Name, Version, IsRunning}], of modules
%% [{Name, Digest}]; `left_out` are sections of which there was more.
-spec run(#{window_ms := non_neg_integer(), sections := [atom()], by := atom()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{window_ms := 0} = Args, Call) ->
    {Look, Cost} = look(Args, Call),
    {#{window_ms => none, first => none, second => Look}, Cost};
run(#{window_ms := Window} = Args, Call) ->
    Start = envelope:now_ms(),
    {First, Before} = look(Args, Call),
    window:wait(Start + Window, Call),
    Took = envelope:now_ms() - Start,
    {Second, After} = look(Args, Call),
    {#{window_ms => Took, first => without(First, Second), second => without(Second, First)}, window:add(Before, After)}.

%% ---------------------------------------------------------------------------

-spec look(map(), envelope:call()) -> {map(), envelope:cost()}.
look(#{sections := Sections, by := By}, Call) ->
    Parts = [{Section, part(Section, By, Call)} || Section <- Sections],
    Costs = [Cost || {_, #{cost := Cost}} <- Parts],
    {maps:from_list([{totals, totals(Call)}, {left_out, [Section || {Section, #{is_cut := true}} <- Parts]}
                     | [{Section, Rows} || {Section, #{rows := Rows}} <- Parts]]),
     hd(Costs ++ [#{processes_scanned => 0, partial => false, no_answer => []}])}.

%% What is in both looks is told in neither.
-spec without(map(), map()) -> map().
without(Look, Other) ->
    maps:map(fun(_, Rows) when is_map(Rows) -> Rows;
                (left_out, Sections) -> Sections;
                (Section, Rows) -> Rows -- maps:get(Section, Other)
             end, Look).

-spec totals(envelope:call()) -> #{atom() => non_neg_integer()}.
totals(Call) ->
    #{processes := Processes, ports := Ports} = ours:all(Call),
    Memory = try erlang:memory() catch error:notsup -> [] end,
    maps:from_list([{processes, erlang:system_info(process_count) - length(Processes)},
                    {ports, erlang:system_info(port_count) - length(Ports)},
                    {atoms, erlang:system_info(atom_count)},
                    {ets_tables, erlang:system_info(ets_count) - ours:tables(Processes)},
                    {persistent_terms, maps:get(count, persistent_term:info())}
                    | [{Key, Bytes} || {Class, Key} <- [{total, memory_bytes}, {binary, binary_bytes}],
                                       {_, Bytes} <- [lists:keyfind(Class, 1, Memory)]]]).

%% The rows of a section, whether there were more, and of processes what it cost.
-type part() :: #{rows := [tuple()], is_cut := boolean(), cost => envelope:cost()}.

-dialyzer({no_improper_lists, part/3}).
-spec part(atom(), atom(), envelope:call()) -> part().
part(processes, By, Call) ->
    {#{groups := Groups, kinds := Kinds, others := Others}, Cost} =
        group_processes:run(#{by => By, measure => memory, limit => ?MOST, window_ms => 0, filters => #{}},
                            Call#{quiet => true}),
    #{rows => [{Kind, Number, Bytes} || {Kind, Number, Bytes, _, _} <- Groups],
      is_cut => Kinds > ?MOST orelse Others > 0, cost => Cost};
part(tables, _By, Call) ->
    Ours = ours:processes(Call),
    All = ets:all(),
    Ask = fun(Group) ->
                  Info = fun(Item) -> lists:zipwith(fun ets:info/2, Group, lists:duplicate(length(Group), Item)) end,
                  lists:zip(Info(name), lists:zip3(Info(memory), Info(size), Info(owner)))
          end,
    Tables = bulk:ask(Ask, lists:sublist(All, ?MOST_TABLES), Call),
    Named = selection:keyed(Tables, [{{'$1', {'$2', '$3', '$4'}},
                                      [{is_integer, '$2'}, {is_integer, '$3'} | [{'=/=', '$4', Pid} || Pid <- Ours]],
                                      ['$1' | {{'$2', '$3'}}]}]),
    Word = erlang:system_info(wordsize),
    Rows = [begin
                {Words, Sizes} = lists:unzip(Of),
                {-Word * lists:sum(Words), Name, length(Of), lists:sum(Sizes)}
            end || {Name, Of} <- maps:to_list(Named)],
    #{rows => [{Name, Number, -Bytes, Size} || {Bytes, Name, Number, Size} <- lists:sublist(lists:sort(Rows), ?MOST)],
      is_cut => length(All) > ?MOST_TABLES orelse length(Rows) > ?MOST orelse lists:member(silent, Tables)};
part(applications, _By, _Call) ->
    Masters = applications:masters(),
    #{rows => [{Name, case application:get_key(Name, vsn) of {ok, Version} -> cut:chars(Version, ?VERSION); _ -> <<>> end,
                lists:keymember(Name, 1, Masters)} || Name <- applications:loaded()], is_cut => false};
part(modules, _By, _Call) ->
    Loaded = lists:sort(erlang:loaded()),
    Modules = lists:sublist(Loaded, ?MOST_MODULES),
    Number = length(Modules),
    %% One may be unloaded meanwhile.
    Digests = try lists:zipwith(fun erlang:get_module_info/2, Modules, lists:duplicate(Number, md5))
              catch error:badarg -> [try erlang:get_module_info(Module, md5) catch error:badarg -> none end || Module <- Modules]
              end,
    #{rows => lists:zip(Modules, lists:zipwith(fun erlang:phash2/2, Digests, lists:duplicate(Number, ?DIGEST_RANGE))),
      is_cut => length(Loaded) > Number}.
