%% Facts from the printed stacks of processes of Elixir's libraries: the request, query, job or view
%% that each works on, and since when.
%%
%% Workers have the emulator print, and only what a pattern finds leaves them. Each process stands
%% still for a millisecond or less meanwhile, so large ones are not printed. Nothing is changed.
-module(backtraces).
-export([read/2, frames/2, age_ms/1, waited/1]).
-export_type([facts/0]).

%% Processes that one worker reads, and how long it may take.
-define(GROUP, 20).
-define(GROUP_MS, 1000).
%% Frames of a stack that is printed.
-define(MOST_STACK_WORDS, 20000).

%% Texts, by what they are.
-type facts() :: #{atom() => binary()}.

%% #{Pid => Facts}, without those that are gone, silent, or too large to be printed; and those that
%% are left when the time of the call is over.
-spec read([pid()], envelope:call()) -> #{pid() => facts()}.
read(Pids, Call) ->
    maps:from_list(groups(small(Pids, Call), Call)).

%% The functions on the stack of a process, the innermost first, 100 at most: `gen_server:loop/7`.
%% None of one that is too large.
-spec frames(pid(), envelope:call()) -> [binary()].
frames(Pid, Call) ->
    Look = fun() ->
                   {_, Text} = process_info(Pid, backtrace),
                   {match, Found} = re:run(Text, "^(?:Program counter: |0x\\w+ Return addr )0x\\w+ \\((.*) \\+ [0-9]+\\)$",
                                           [multiline, global, {capture, [1], binary}]),
                   [binary:replace(Name, <<"'">>, <<>>, [global]) || [Name] <- lists:sublist(Found, 100)]
           end,
    case small([Pid], Call) =/= [] andalso worker:one(Look, ?GROUP_MS, Call) of
        {ok, Names} -> Names;
        _ -> []
    end.

%% Milliseconds since a native monotonic time in a text; `none` if it is not one.
-spec age_ms(binary() | none) -> non_neg_integer() | none.
age_ms(none) -> none;
age_ms(Text) ->
    Now = erlang:monotonic_time(),
    Up = Now - erlang:system_info(start_time),
    case Now - binary_to_integer(Text) of
        Age when Age >= 0, Age =< Up -> erlang:convert_time_unit(Age, native, millisecond);
        _ -> none
    end.

%% How long a process has waited for a connection of a pool, and how long it will wait at most, in ms.
-spec waited(facts()) -> {non_neg_integer() | none, non_neg_integer() | none}.
waited(#{asked := One} = Said) ->
    Now = envelope:now_ms(),
    Times = [binary_to_integer(Text) || Text <- [One | maps:values(maps:with([asked_until], Said))]],
    {case lists:min(Times) of
         Start when Start =< Now -> Now - Start;
         _ -> none
     end,
     case lists:max(Times) of
         End when End > Now -> End - Now;
         _ -> none
     end};
waited(_Said) ->
    {none, none}.

%% ---------------------------------------------------------------------------

small(Pids, Call) ->
    [Pid || {Pid, [{_, Words}, {_, Stack}]} <- sweep:read(Pids, [total_heap_size, stack_size], Call),
            Words =< stacks:most_words(), Stack =< ?MOST_STACK_WORDS].

groups([], _Call) ->
    [];
groups(Pids, #{until := Until} = Call) ->
    Group = lists:sublist(Pids, ?GROUP),
    case Until - envelope:now_ms() - 300 of
        Left when Left > 0 ->
            Patterns = patterns(),
            Look = fun() -> [{Pid, facts(Text, Patterns)} || Pid <- Group, {_, Text} <- [process_info(Pid, backtrace)]] end,
            Found = case worker:one(Look, erlang:min(Left, ?GROUP_MS), Call) of
                        {ok, Some} -> Some;
                        _ -> []
                    end,
            Found ++ groups(lists:nthtail(length(Group), Pids), Call);
        _ ->
            []
    end.

facts(Text, Patterns) ->
    maps:from_list([{Name, binary:copy(Value)} || {Name, Pattern} <- Patterns,
                                                  {match, [Value]} <- [re:run(Text, Pattern, [multiline, {capture, [1], binary}])]]).

%% Keys of Plug.Conn, of Bandit's and Phoenix's frames, of queries, meters of DBConnection, jobs of
%% Oban, and sockets of LiveView; the first of each is the innermost.
patterns() ->
    Key = "[,{]",
    Atom = "'?([A-Za-z_][\\w.@?!]{0,200})'?",
    Text = "<<\"((?:[^\"\\\\\n]|\\\\.){1,1000})",
    Ms = "(-?[0-9]{6,15})",
    Time = "(-?[0-9]{6,20})\\b",
    [{server, "^(?:Program|0x)[^\n]*\\('?(Elixir\\.Bandit\\.(?:Pipeline|HTTP1|HTTP2)|cowboy_stream_h)[.':]"},
     {controller, Key ++ "phoenix_controller=>" ++ Atom}, {action, Key ++ "phoenix_action=>" ++ Atom},
     {endpoint, Key ++ "phoenix_endpoint=>" ++ Atom},
     {method, Key ++ "method=><<\"([A-Z]{1,20})\">>"}, {path, Key ++ "request_path=>" ++ Text},
     {route, Key ++ "route=>" ++ Text}, {request_id, "<<\"x-request-id\">>,<<\"([\\w.:=+/-]{1,200})\">>"},
     {started, "#\\{monotonic_time=>" ++ Time}, {routed, "'__call__'/[^\n]*\n(?:y[^\n]*\n)*?y\\([0-9]+\\) +" ++ Time ++ "\n"},
     {statement, Key ++ "statement=>" ++ Text}, {checkout, "\\{checkout," ++ Time ++ "\\}"},
     {asked, "checkout_call/[^\n]*\n(?:y[^\n]*\n)*?y\\([0-9]+\\) +" ++ Ms ++ "\n"},
     {asked_until, "checkout_call/[^\n]*\n(?:(?:y[^\n]*\n)*?y\\([0-9]+\\) +-?[0-9]{6,15}\n)(?:y[^\n]*\n)*?y\\([0-9]+\\) +" ++ Ms ++ "\n"},
     {served, " \\(([^\n ]{1,300}) \\+ [0-9]+\\)\n(?:y[^\n]*\n|\n)*0x\\w+ Return addr 0x\\w+ \\(gen_server:try_"},
     {worker, Key ++ "worker=>(?:<<\"|')(?:Elixir\\.)?([\\w.]{1,200})"}, {job_started, Key ++ "start_mono=>" ++ Time},
     {view, Key ++ "view=>'Elixir\\.([\\w.]{1,200})'"}, {channel, Key ++ "channel=>'Elixir\\.([\\w.]{1,200})'"},
     {topic, Key ++ "topic=>" ++ Text}].
