#!/usr/bin/env escript
%%! -noinput
%% Payloads for scripts/bench/etf.ts, and how long OTP takes for them: packets of
%% four length bytes and a term in, the same out. Ends with its input.
-mode(compile).

main(_) ->
    loop(open_port({fd, 0, 1}, [binary, {packet, 4}, eof])).

loop(Port) ->
    receive
        {Port, {data, Request}} ->
            port_command(Port, encode(answer(binary_to_term(Request)))),
            loop(Port);
        {Port, eof} ->
            halt(0)
    end.

answer(payloads) ->
    rand:seed(exsss, {1, 2, 3}),
    [{atom_to_binary(Name), encode(payload(Name))}
     || Name <- [process_info, nested_maps, json_maps, numbers, text, binary]];
answer({decode, Bytes}) ->
    best(fun() -> binary_to_term(Bytes) end);
%% What encodes has a copy of its own, as new and in one piece: faster than what it had decoded.
answer({encode, Bytes}) ->
    Term = binary_to_term(Bytes),
    best(fun() -> encode(Term) end).

encode(Term) -> term_to_binary(Term, [{minor_version, 2}]).

%% Microseconds, the better of a process that is used to the work and a fresh one.
best(Work) ->
    Self = self(),
    spawn(fun() -> Self ! {used, lists:min([time(Work) || _ <- [1, 2, 3]])} end),
    Used = receive {used, T1} -> T1 end,
    spawn(fun() -> Self ! {fresh, time(Work)} end),
    min(Used, receive {fresh, T2} -> T2 end).

time(Work) ->
    Start = erlang:monotonic_time(nanosecond),
    Work(),
    (erlang:monotonic_time(nanosecond) - Start) / 1000.

payload(process_info) ->
    Pids = [proc_lib:spawn_link(fun() -> put(number, N), receive stop -> ok end end)
            || N <- lists:seq(1, 10000)],
    timer:sleep(300),
    Items = [registered_name, current_function, initial_call, status, message_queue_len, links,
             dictionary, trap_exit, priority, group_leader, total_heap_size, heap_size, stack_size,
             reductions, memory, suspending],
    Infos = [[{pid, Pid} | process_info(Pid, Items)] || Pid <- Pids],
    [Pid ! stop || Pid <- Pids],
    Infos;
payload(nested_maps) ->
    [#{id => N, name => <<"node-", (integer_to_binary(N))/binary>>, kind => worker, load => N / 7,
       meta => #{region => eu, zone => <<"eu-west-1a">>, tags => [prod, {tier, 1}, <<"x">>],
                 counters => #{in => N * 3, out => N * 5, err => N rem 3}},
       children => [#{state => running, since => 1700000000 + N, label => <<"child">>}
                    || _ <- [1, 2, 3]]}
     || N <- lists:seq(1, 2000)];
payload(json_maps) ->
    [#{<<"name">> => <<"user number ", (integer_to_binary(N))/binary>>, <<"age">> => N rem 90,
       <<"tags">> => [<<"alpha">>, <<"beta">>], <<"ok">> => true, <<"score">> => N / 3}
     || N <- lists:seq(1, 5000)];
payload(numbers) ->
    [[N, N * 1000003, -N * 70000, N / 3, 1760000000000000000 + N] || N <- lists:seq(1, 20000)];
payload(text) ->
    [{info, <<"2026-01-01T00:00:00Z request ", (integer_to_binary(N))/binary, " handled">>,
      unicode:characters_to_binary(["größer als ", integer_to_list(N), " €"]), "a charlist of text"}
     || N <- lists:seq(1, 8000)];
payload(binary) ->
    {rex, rand:bytes(1 bsl 20)}.
