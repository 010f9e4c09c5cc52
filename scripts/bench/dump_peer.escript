#!/usr/bin/env escript
%% Reads a dump with the backend of OTP's crashdump_viewer, without its window, and prints
%% milliseconds until the index is there, and until the processes are, their number, and the
%% peak of its memory in kB.
main([File]) ->
    Start = now_ms(),
    {ok, _} = crashdump_viewer:start_link(),
    ok = crashdump_viewer:read_file(File),
    {ok, _, _} = crashdump_viewer:general_info(),
    Indexed = now_ms(),
    {ok, Processes, _} = crashdump_viewer:processes(),
    Listed = now_ms(),
    {ok, Status} = file:read_file("/proc/self/status"),
    {match, [Peak]} = re:run(Status, "VmHWM:\\s+([0-9]+)", [{capture, [1], list}]),
    io:format("~b ~b ~b ~s~n", [Indexed - Start, Listed - Start, length(Processes), Peak]).

now_ms() -> erlang:monotonic_time(millisecond).
