%% Processes to look at, and the best that code loaded on the node can do.
-module(beam_lab).
-export([start/1, top/2, session/0, holder/1, idle/0, queued/0]).

%% So many, of the kinds that live on a real node: sessions, idle ones, some with
%% names, holders of small states and of binaries, a few with messages, one with very
%% many, and a few that are large.
-spec start(pos_integer()) -> ok.
start(Number) ->
    Self = self(),
    spawn(fun() ->
                  [one(I) || I <- lists:seq(1, Number)],
                  Flooded = spawn(beam_lab, queued, []),
                  [Flooded ! I || I <- lists:seq(1, 50000)],
                  spawn(beam_lab, holder, [lists:seq(1, 2000000)]),
                  Self ! ready,
                  receive stop -> ok end
          end),
    receive ready -> ok end.

-spec one(pos_integer()) -> term().
one(I) when I rem 10000 =:= 0 -> spawn(beam_lab, holder, [lists:seq(1, 65536)]);
one(I) when I rem 100 =:= 0 ->
    register(list_to_atom("lab_" ++ integer_to_list(I)), spawn(beam_lab, idle, []));
one(I) when I rem 100 < 38 -> proc_lib:spawn(beam_lab, session, []);
one(I) when I rem 100 < 69 -> spawn(beam_lab, idle, []);
one(I) when I rem 100 < 98 -> spawn(beam_lab, holder, [lists:seq(1, I rem 50)]);
one(I) when I rem 100 =:= 98 ->
    Pid = spawn(beam_lab, queued, []),
    [Pid ! M || M <- lists:seq(1, I rem 20 + 1)];
one(I) -> spawn(beam_lab, holder, [binary:copy(<<I:32>>, 100)]).

-spec session() -> ok.
session() -> receive stop -> ok end.
-spec idle() -> ok.
idle() -> receive stop -> ok end.
-spec queued() -> ok.
queued() -> receive stop -> ok end.
-spec holder(What) -> What.
holder(What) -> receive stop -> What end.

%% The first by an item of process_info/2: keeps the best while it goes.
-spec top(atom(), pos_integer()) -> [{term(), pid()}].
top(Item, Number) ->
    best(erlang:processes(), Item, Number, gb_sets:empty(), -1).

-spec best([pid()], atom(), pos_integer(), gb_sets:set({term(), pid()}), term()) -> [{term(), pid()}].
best([], _Item, _Number, Best, _Least) ->
    lists:reverse(gb_sets:to_list(Best));
best([Pid | Pids], Item, Number, Best, Least) ->
    case process_info(Pid, Item) of
        {_, Value} when Value > Least ->
            Best1 = gb_sets:add_element({Value, Pid}, Best),
            case gb_sets:size(Best1) > Number of
                true ->
                    {_, Best2} = gb_sets:take_smallest(Best1),
                    {Least1, _} = gb_sets:smallest(Best2),
                    best(Pids, Item, Number, Best2, Least1);
                false ->
                    best(Pids, Item, Number, Best1, Least)
            end;
        _ ->
            best(Pids, Item, Number, Best, Least)
    end.
