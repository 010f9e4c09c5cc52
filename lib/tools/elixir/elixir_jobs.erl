%% Queues of Oban and their running jobs. The backlog is not read: that would take a query.
%%
%% Workers ask the processes of queues, and read the stacks of jobs; nothing is changed.
-module(elixir_jobs).
-export([oban/3, id/1]).
-optional([{'Elixir.Registry', select, 2}, {'Elixir.Oban', check_queue, 2}]).

%% The fields of queues, and of the jobs that run, the longest first.
-spec oban(binary(), pos_integer(), envelope:call()) -> [{oban | jobs, get_elixir_overview:rows()}].
oban(Text, Limit, Call) ->
    %% Oban registers the process of each queue, and the supervisor of its jobs.
    Ask = fun() ->
                  'Elixir.Registry':select('Elixir.Oban.Registry',
                                           [{{{'$1', {Role, '$2'}}, '$3', '_'}, [], [{{Role, '$1', '$2', '$3'}}]}
                                            || Role <- [producer, foreman]])
          end,
    case erlang:function_exported('Elixir.Oban', check_queue, 2) andalso worker:one(Ask, 2000, Call) of
        false -> [{oban, absent}];
        {ok, All} when is_list(All) ->
            Found = [Row || {_, _, Queue, _} = Row <- lists:sort(All), elixir_web:holds(id(Queue), Text)],
            Jobs = [{Pid, Instance, Queue} || {foreman, Instance, Queue, Foreman} <- Found,
                                              Pid <- elixir_crowd:children(Foreman, Call)],
            Queues = [{Instance, Queue} || {producer, Instance, Queue, _} <- Found],
            [{oban, {length(Queues), [instance, queue, limit, running, paused], queues(lists:sublist(Queues, Limit), Jobs, Call)}},
             {jobs, {length(Jobs), [pid, instance, queue, worker, age_ms, current_function, memory_bytes], jobs(Jobs, Limit, Call)}}];
        _ -> [{oban, no_answer}]
    end.

%% A name of Oban as text.
-spec id(term()) -> binary().
id(Id) when is_binary(Id) -> cut:chars(Id, 100);
id(Id) when is_atom(Id) -> atom_to_binary(Id, utf8);
id(Id) -> cut:text(Id, 100).

%% ---------------------------------------------------------------------------

%% A queue that waits for its database does not answer, but may have running jobs.
queues(Queues, Jobs, Call) ->
    Asked = worker:all([fun() -> 'Elixir.Oban':check_queue(Instance, [{queue, Queue}]) end || {Instance, Queue} <- Queues],
                       1000, Call),
    [[id(Instance), id(Queue)
      | case Answer of
            %% Oban Pro tells a local limit.
            {ok, #{running := Running, paused := Paused} = State} ->
                [maps:get(limit, State, maps:get(local_limit, State, none)), length(Running), Paused];
            _ -> [none, length([Pid || {Pid, I, Q} <- Jobs, I =:= Instance, Q =:= Queue]), none]
        end] || {{Instance, Queue}, Answer} <- lists:zip(Queues, Asked)].

jobs(Jobs, Limit, Call) ->
    Facts = backtraces:read([Pid || {Pid, _, _} <- lists:sublist(Jobs, 10 * Limit)], Call),
    Rows = lists:reverse(lists:sort([{backtraces:age_ms(maps:get(job_started, Said, none)), Job, maps:get(worker, Said, none)}
                                     || {Pid, _, _} = Job <- Jobs, Said <- [maps:get(Pid, Facts, #{})]])),
    Some = lists:sublist(Rows, Limit),
    Now = elixir_web:doing([Pid || {_, {Pid, _, _}, _} <- Some], Call),
    [[Pid, id(Instance), id(Queue), Worker, Age | maps:get(Pid, Now, [none, none])]
     || {Age, {Pid, Instance, Queue}, Worker} <- Some].
