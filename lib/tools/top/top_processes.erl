%% The head of a screen, and the first processes with the binaries that they refer to.
-module(top_processes).
-export([run/2]).

%% On a node with more, a table with few rows is not filled: that would take another sweep.
-define(MAX_FILLED, 20000).

%% Answers what glance and list_processes do; `binaries` are {Pid, Bytes} of those shown. By growth, others
%% follow those that grew, the largest first.
-spec run(#{window_ms := non_neg_integer(), about := map()}, envelope:call()) -> {#{atom() => term()}, envelope:cost()}.
run(#{window_ms := Window, about := Args}, Call) ->
    glance:around(Window,
                  fun(Quiet) -> with_binaries(filled(Args, list_processes:run(Args, Quiet), Quiet), Quiet) end,
                  Call).

%% ---------------------------------------------------------------------------

-spec filled(map(), {map(), envelope:cost()}, envelope:call()) -> {map(), envelope:cost()}.
filled(#{window_ms := Window, limit := Limit} = Args,
       {#{total := Total, processes := {Columns, Rows}} = Answer, Cost}, Call)
  when Window > 0, length(Rows) < Limit, Total =< ?MAX_FILLED ->
    {#{processes := {_, Others}}, _} = list_processes:run(Args#{window_ms := 0, sort := memory}, Call),
    Known = maps:from_list([{hd(Row), true} || Row <- Rows]),
    More = [Row || Row <- Others, not is_map_key(hd(Row), Known)],
    {Answer#{processes := {Columns, lists:sublist(Rows ++ More, Limit)}}, Cost};
filled(_Args, Answer, _Call) ->
    Answer.

-spec with_binaries({map(), envelope:cost()}, envelope:call()) -> {map(), envelope:cost()}.
with_binaries({#{processes := {_, Rows}} = Answer, Cost}, Call) ->
    Question = #{item => binary,
                 pick => fun(Pids, Values, _) ->
                                 lists:zip(Pids, selection:numbers(binary, Values, fun(V) -> {'_', V} end))
                         end,
                 step => fun(Picked, All) -> Picked ++ All end,
                 report => fun(_, _) -> ok end, hint => fun(_) -> none end},
    {Bytes, _} = sweep:fold(Question, [], [Pid || [Pid | _] <- Rows], Call),
    {Answer#{binaries => Bytes}, Cost}.
