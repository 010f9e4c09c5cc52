%% Trace messages, and those of the system monitor, as events, cut.
%%
%% Runs in the tracer, for a batch at once: 20 us an event that goes as it is, some 150 for one that has
%% to be cut. It ends with the tracer.
-module(trace_events).
-export([shaper/1]).
-export_type([event/0]).

%% If fewer bytes of a term are wanted than this, none is sent whole.
-define(RAW, 500).

%% Kind, when in us since the beginning, the process, a function, its caller, the class of an
%% exception, another process, and a term with its size.
-type event() :: {atom(), integer(), pid() | port(), mfa() | none, mfa() | none | undefined, atom(), term(),
                  {term(), non_neg_integer()} | {term(), non_neg_integer(), raw} | none}.

%% For a tracer: makes events of a batch of trace messages.
-spec shaper(cut:limits()) -> fun((integer()) -> fun(([tuple()]) -> [event()])).
shaper(Limits) ->
    fun(BeginNs) ->
            Specs = specs(BeginNs),
            fun(Messages) -> shapes(Messages, Specs, BeginNs, Limits) end
    end.

%% ---------------------------------------------------------------------------

%% For functions that are compiled, and see very many: what makes events of the most frequent
%% trace messages, what takes the terms out of these, and what puts their sizes in.
-spec specs(integer()) -> tuple().
specs(BeginNs) ->
    At = {'div', {'-', '$9', BeginNs}, 1000},
    Size = {'*', '$9', erlang:system_info(wordsize)},
    list_to_tuple(
      [ets:match_spec_compile(Spec)
       || Spec <- [[{{trace_ts, '$1', call, {'$2', '$3', '$4'}, '$5', '$9'}, [{is_integer, '$4'}],
                     [{{call, At, '$1', {{'$2', '$3', '$4'}}, '$5', none, none, none}}]},
                    {{trace_ts, '$1', call, {'$2', '$3', '$4'}, '$5', '$9'}, [],
                     [{{call, At, '$1', {{'$2', '$3', {length, '$4'}}}, '$5', none, none, {{'$4'}}}}]},
                    {{trace_ts, '$1', return_to, '$2', '$9'}, [],
                     [{{return_to, At, '$1', '$2', none, none, none, none}}]},
                    {{trace_ts, '$1', return_from, '$2', '$3', '$9'}, [],
                     [{{return, At, '$1', '$2', none, none, none, {{'$3'}}}}]},
                    {{trace_ts, '$1', exception_from, '$2', {'$3', '$4'}, '$9'}, [],
                     [{{exception, At, '$1', '$2', none, '$3', none, {{'$4'}}}}]},
                    {{trace_ts, '$1', send, '$2', '$3', '$9'}, [{'orelse', {is_pid, '$3'}, {is_port, '$3'}, {is_atom, '$3'}}],
                     [{{sent, At, '$1', none, none, none, '$3', {{'$2'}}}}]},
                    {{trace_ts, '$1', 'receive', '$2', '$9'}, [],
                     [{{received, At, '$1', none, none, none, none, {{'$2'}}}}]}],
                   [{{'_', '_', '_', '_', '_', '_', '_', {'$1'}}, [], ['$1']}, {'_', [], [none]}],
                   [{{{'$1', '$2', '$3', '$4', '$5', '$6', '$7', {'$8'}}, '$9'}, [],
                     [{{'$1', '$2', '$3', '$4', '$5', '$6', '$7', {{'$8', Size, raw}}}}]},
                    {{'$1', '_'}, [], ['$1']}]]]).

%% Small terms are sent whole, as {Term, Size, raw}; the client cuts them.
-spec shapes([tuple()], tuple(), integer(), cut:limits()) -> [event()].
shapes(Messages, Specs, BeginNs, Limits) ->
    %% Before anything is done with them that copies: constants are not copied on their way
    %% here, and may share so much that a copy has no end.
    case maps:get(bytes, Limits) >= ?RAW andalso small_contents:all(Messages) of
        true -> raw(Messages, Specs, BeginNs, Limits);
        false -> halves(Messages, Specs, BeginNs, Limits)
    end.

-spec raw([tuple()], tuple(), integer(), cut:limits()) -> [event()].
raw(Messages, {Shapes, Contents, Sized} = Specs, BeginNs, Limits) ->
    Events = ets:match_spec_run(Messages, Shapes),
    case length(Events) =:= length(Messages) of
        true ->
            Terms = ets:match_spec_run(Events, Contents),
            ets:match_spec_run(lists:zip(Events, lists:map(fun erts_debug:flat_size/1, Terms)), Sized);
        false ->
            halves(Messages, Specs, BeginNs, Limits)
    end.

-spec halves([tuple()], tuple(), integer(), cut:limits()) -> [event()].
halves(Messages, Specs, BeginNs, Limits) when length(Messages) > 2 ->
    {First, Rest} = lists:split(length(Messages) div 2, Messages),
    shapes(First, Specs, BeginNs, Limits) ++ shapes(Rest, Specs, BeginNs, Limits);
halves(Messages, _Specs, BeginNs, Limits) ->
    [begin
         Event = shape(Message, Limits),
         setelement(2, Event, (element(2, Event) - BeginNs) div 1000)
     end || Message <- Messages].

%% Times are in ns here.
-spec shape(tuple(), cut:limits()) -> event().
shape({trace_ts, Pid, call, {_, _, Arity} = Function, Caller, Time}, _Limits) when is_integer(Arity) ->
    {call, Time, Pid, Function, Caller, none, none, none};
shape({trace_ts, Pid, call, {M, F, Args}, Caller, Time}, Limits) ->
    {call, Time, Pid, {M, F, length(Args)}, Caller, none, none, values:shown(Args, Limits)};
%% `undefined` where a process has nowhere to return to.
shape({trace_ts, Pid, return_to, Function, Time}, _Limits) ->
    {return_to, Time, Pid, Function, none, none, none, none};
shape({trace_ts, Pid, return_from, Function, Value, Time}, Limits) ->
    {return, Time, Pid, Function, none, none, none, values:shown(Value, Limits)};
shape({trace_ts, Pid, exception_from, Function, {Class, Reason}, Time}, Limits) ->
    {exception, Time, Pid, Function, none, Class, none, values:shown(Reason, Limits)};
shape({trace_ts, Pid, send, Message, To, Time}, Limits) ->
    {sent, Time, Pid, none, none, none, To, values:shown(Message, Limits)};
shape({trace_ts, Pid, send_to_non_existing_process, Message, To, Time}, Limits) ->
    {sent_to_nobody, Time, Pid, none, none, none, To, values:shown(Message, Limits)};
shape({trace_ts, Pid, 'receive', Message, Time}, Limits) ->
    {received, Time, Pid, none, none, none, none, values:shown(Message, Limits)};
shape({trace_ts, Pid, spawn, Child, {M, F, Args}, Time}, Limits) when is_list(Args) ->
    {spawned, Time, Pid, {M, F, length(Args)}, none, none, Child, values:shown(Args, Limits)};
shape({trace_ts, Pid, spawned, Parent, _Function, Time}, _Limits) ->
    {spawned_by, Time, Pid, none, none, none, Parent, none};
shape({trace_ts, Pid, exit, Reason, Time}, Limits) ->
    {exited, Time, Pid, none, none, none, none, values:shown(Reason, Limits)};
shape({trace_ts, Pid, Kind, {_, _, Arity} = Function, Time}, _Limits) when is_integer(Arity) ->
    {Kind, Time, Pid, Function, none, none, none, none};
shape({trace_ts, Pid, Kind, Other, Time}, _Limits) when is_pid(Other); is_port(Other) ->
    {Kind, Time, Pid, none, none, none, Other, none};
shape({trace_ts, Pid, Kind, What, Time}, Limits) ->
    {Kind, Time, Pid, none, none, none, none, values:shown(What, Limits)};
shape({monitor, Pid, Kind, Port}, _Limits) when is_port(Port) ->
    {Kind, erlang:monotonic_time(nanosecond), Pid, none, none, none, Port, none};
shape({monitor, Pid, Kind, What}, Limits) ->
    {Kind, erlang:monotonic_time(nanosecond), Pid, none, none, none, none, values:shown(What, Limits)};
shape(Message, Limits) ->
    {element(3, Message), element(tuple_size(Message), Message), element(2, Message), none, none, none, none,
     values:shown(tl(tl(tl(tuple_to_list(Message)))), Limits)}.
