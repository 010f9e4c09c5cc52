%% Facts from printed stacks (process_info/2, `backtrace`): which functions processes are in, the
%% callback module of a gen_server, and whether a copy of what a process holds is bounded.
%%
%% The size of a process does not bound such a copy: shared parts are copied each time, and 80
%% words can become 2^41 before any limit applies. Printing repeats shared parts too, but stops
%% after about 100,000 characters, in a few ms. It shows only what is on the stack of a waiting
%% process: not its dictionary, not the variables of funs, and before OTP 29 nothing of a
%% hibernating process. Large integers print slowly, so large processes are not printed.
%%
%% Workers have the emulator print about 20 processes at a time; each stands still for at most a
%% few ms. Nothing is changed.
-module(stacks).
-export([read/2, again/2, bounded/1, most_words/0]).
-export_type([seen/0]).

%% Larger processes are not printed: large integers print slowly.
-define(MAX_WORDS, 65536).
%% A supervisor that works for its many children is printed up to these: words of its stack, since
%% each frame takes a line; words in all, or so many for each of its children.
-define(MAX_STACK_WORDS, 20000).
-define(SUPERVISOR_WORDS, 1000000).
-define(WORDS_A_CHILD, 300).
%% Processes that are printed together: a text may have half a megabyte.
-define(GROUP, 20).
%% Where the emulator stops to print.
-define(MAX_CHARACTERS, 100000).
%% Of more frames than these, only the innermost and the outermost are looked at.
-define(MAX_FRAMES, 40).
-define(INNERMOST, 10).
-define(OUTERMOST, 20).
%% Variables of gen_server:loop among which its callback module is looked for.
-define(LINES, 9).

%% `frames`, the innermost first: "gen_server:loop/7". `module`: the callback module of a
%% gen_server that waits for its next message, or of a supervisor at work; `callback`: that
%% of a supervisor, as Elixir's supervisors have it too. `ids`: whether children may have
%% ids. `large`: too large for a copy; `printed`: its stack was, else only some frames are known.
-type seen() :: #{frames := [string()], waits := boolean(), large := boolean(), printed := boolean(),
                  long := boolean(), cut := boolean(), funs := boolean(), module := atom(), callback := atom(),
                  ids := boolean()}.

%% Where a waiting gen_server of this release keeps its callback module: {The place it waits at, The
%% line of its module below that}.
-type layout() :: [{string(), 0..?LINES}].

%% [{Pid, Seen}], without those that are gone or silent.
-spec read([pid()], envelope:call()) -> [{pid(), seen()}].
read([], _Call) ->
    [];
read(Pids, Call) ->
    Sizes = maps:from_list([{Pid, Words} || {Pid, [{_, Words}]} <- sweep:read(Pids, [total_heap_size], Call)]),
    Over = [Pid || {Pid, Words} <- maps:to_list(Sizes), Words > most_words()],
    %% A supervisor may be large, and is printed nevertheless, for what it is alone; but each
    %% frame takes a line.
    Large = [{Pid, Status, Stack}
             || {Pid, [{_, Status}, {_, Traps}, {_, Current}, {_, Links}, {_, Depth}, {_, Stack}]}
                    <- sweep:read(Over, [status, trap_exit, current_function, links, stack_size, current_stacktrace], Call),
                not Traps orelse Depth > ?MAX_STACK_WORDS orelse element(1, Current) =/= gen_server andalso working(frames(Stack)) =:= none
                    orelse maps:get(Pid, Sizes) > erlang:max(?SUPERVISOR_WORDS, ?WORDS_A_CHILD * length(Links))],
    Printed = maps:keys(maps:without([Pid || {Pid, _, _} <- Large], Sizes)),
    Layout = case Printed of [] -> []; _ -> layout(Call) end,
    Rows = [{Pid, unprinted(Status, Stack)} || {Pid, Status, Stack} <- Large]
        ++ [{Pid, Seen#{large => lists:member(Pid, Over)}} || {Pid, Seen} <- seen(Printed, Layout, Call)],
    [put({backtrace, Pid}, Seen) || {Pid, Seen} <- Rows],
    Rows.

%% The same of those that this call has seen waiting before, without another look: one at a
%% supervisor of very many takes milliseconds.
-spec again([pid()], envelope:call()) -> [{pid(), seen()}].
again(Pids, Call) ->
    Known = [{Pid, Seen} || Pid <- Pids, #{waits := true} = Seen <- [get({backtrace, Pid})]],
    {Old, _} = lists:unzip(Known),
    Known ++ read(Pids -- Old, Call).

%% Words of a process that is looked at, and may be copied.
-spec most_words() -> pos_integer().
most_words() -> ?MAX_WORDS.

%% `ok`, or why a copy of what it holds on its stack may have no bound.
-spec bounded(seen()) -> ok | large | long | funs | unseen.
bounded(#{large := true}) -> large;
bounded(#{long := true}) -> long;
bounded(#{funs := true}) -> funs;
bounded(#{waits := false}) -> unseen;
bounded(_) -> ok.

%% ---------------------------------------------------------------------------

-spec unprinted(atom(), [tuple()]) -> seen().
unprinted(Status, Stack) ->
    Frames = frames(Stack),
    #{frames => Frames, waits => Status =:= waiting, large => true, printed => false, long => true, cut => true, funs => true,
      module => working(Frames), callback => none, ids => true}.

-spec frames([tuple()]) -> [string()].
frames(Stack) ->
    [lists:flatten(io_lib:format("~ts:~ts/~w", [M, F, A])) || {M, F, A, _} <- Stack, is_integer(A)].

-spec seen([pid()], layout(), envelope:call()) -> [{pid(), map()}].
seen([], _Layout, _Call) ->
    [];
seen(Pids, Layout, Call) ->
    Group = lists:sublist(Pids, ?GROUP),
    Seen = [{Pid, look(Status, Text, Layout)}
            || {Pid, [{_, Status}, {_, Text}]} <- sweep:read(Group, [status, backtrace], Call)],
    seen(lists:nthtail(length(Group), Pids), Layout, Call) ++ Seen.

%% OTP 23 prints addresses for the places of the innermost frame, each below an empty line.
-spec named(binary()) -> binary().
named(Text) ->
    case re:run(Text, "\\A[^\n]*\n\n0x[0-9a-fA-F]+ (?!Return addr)", [{capture, none}]) of
        match -> re:replace(Text, "^\n0x[0-9a-fA-F]+ (?!Return addr)", "y(0) ", [global, multiline, {return, binary}]);
        nomatch -> Text
    end.

-spec look(atom(), binary(), layout()) -> map().
look(Status, Printed, Layout) ->
    Text = named(Printed),
    Places = all(Text, "^(?:Program counter: |0x[0-9a-fA-F]+ Return addr )0x[0-9a-fA-F]+ \\((.*)\\)$"),
    Frames = [hd(string:split(Place, " + ")) || Place <- ends(Places)],
    Module = case lists:keyfind(hd(Places), 1, Layout) of
                 {_, Line} -> module(Text, Line);
                 false -> working(Frames)
             end,
    #{frames => Frames, printed => true,
      waits => Status =:= waiting andalso hd(Places) =/= "unknown function",
      %% Each part takes a character: so a text that was cut is long, but not all long ones were cut.
      long => byte_size(Printed) >= ?MAX_CHARACTERS, cut => binary:match(Text, [<<"...\n">>, <<"... \n">>]) =/= nomatch,
      funs => binary:match(Text, <<"#Fun<">>) =/= nomatch,
      module => Module,
      callback => case Module of
                      supervisor -> first(Text, ",[0-9]+,[0-9]+,(?:\\[[-0-9,]*\\]|\"[^\"\n]*\"),[0-9]+,"
                                          "(?:(?:never|any_significant|all_significant),)?" ++ name() ++ ",");
                      supervisor_bridge -> first(Text, "\\{state," ++ name() ++ ",");
                      'Elixir.DynamicSupervisor' -> first(Text, "[,{]mod=>" ++ name() ++ "[,}]");
                      _ -> none
                  end,
      %% Children of these have none.
      ids => nomatch =:= re:run(Text, "^y\\([0-9]+\\) +(?:\\{state,[^\n]{1,500}?,simple_one_for_one,"
                                "|[^\n]{0,2000}'__struct__'=>'Elixir\\.DynamicSupervisor')", [multiline, {capture, none}])}.

%% Recursion may have made very many.
-spec ends([string()]) -> [string()].
ends(Places) when length(Places) < ?MAX_FRAMES -> Places;
ends(Places) -> lists:sublist(Places, ?INNERMOST) ++ lists:nthtail(length(Places) - ?OUTERMOST, Places).

%% A supervisor that gen_server has called, and that has not come back.
-spec working([string()]) -> atom().
working(["supervisor:" ++ _, "gen_server:" ++ _ | _]) -> supervisor;
working(["Elixir.DynamicSupervisor:" ++ _, "gen_server:" ++ _ | _]) -> 'Elixir.DynamicSupervisor';
working([_ | Frames]) -> working(Frames);
working([]) -> none.

%% Found once a call, and kept with the body.
-spec layout(envelope:call()) -> layout().
layout(Call) ->
    case get(backtrace) of
        undefined ->
            Layout = layout([{kernel_sup, supervisor}, {kernel_safe_sup, supervisor}, {file_server_2, file_server}],
                            erlang:system_info(otp_release) < "29", [], Call),
            put(backtrace, Layout),
            Layout;
        Layout ->
            Layout
    end.

%% Servers of kernel show it, which are not called like their modules. In OTP 29 supervisors hibernate
%% after a second without a message, at another place; before, one place is all there is.
-spec layout([{atom(), module()}], boolean(), layout(), envelope:call()) -> layout().
layout(Names, IsOne, Known, _Call) when Names =:= []; IsOne, Known =/= [] ->
    Known;
layout([{Name, Module} | Names], IsOne, Known, Call) ->
    Found = [{Place, Line}
             || Pid <- [whereis(Name)], is_pid(Pid),
                {_, [{_, Words}]} <- sweep:read([Pid], [total_heap_size], Call), Words =< most_words(),
                {_, [{_, Printed}]} <- sweep:read([Pid], [backtrace], Call), Text <- [named(Printed)],
                [Place] <- [once(Text, "\\AProgram counter: 0x[0-9a-fA-F]+ \\((gen_server:loop.*)\\)$")],
                Line <- lists:seq(0, ?LINES), module(Text, Line) =:= Module],
    layout(Names, IsOne, Found ++ Known, Call).

%% Alone before OTP 26, then among the server's functions.
-spec module(binary(), 0..?LINES) -> atom().
module(Text, Line) ->
    Name = name(),
    first(Text, "\\A[^\n]*\n(?:y[^\n]*\n){" ++ integer_to_list(Line) ++ "}y\\([0-9]+\\) +(?|" ++ Name ++ "\n"
          "|\\{callback_cache," ++ Name ++ ",fun |\\{server_data,[^\n]*?,fun " ++ Name ++ ":handle_call/3,)").

%% Of an atom as it is printed, without the quotes.
name() -> "(?|'([^'\n\\\\]+)'|([a-z][a-zA-Z0-9_@]*))".

%% The first atom of this node that is found so, or `none`.
-spec first(binary(), iodata()) -> atom().
first(Text, Pattern) ->
    case once(Text, Pattern) of
        [Name] ->
            case names:existing_atom([unicode:characters_to_binary(Name)]) of
                {ok, Atom} -> Atom;
                none -> none
            end;
        _ -> none
    end.

-spec once(binary(), iodata()) -> [string()] | none.
once(Text, Pattern) ->
    case re:run(Text, Pattern, [multiline, {capture, [1], list}]) of
        {match, Found} -> Found;
        nomatch -> none
    end.

-spec all(binary(), iodata()) -> [string()].
all(Text, Pattern) ->
    case re:run(Text, Pattern, [multiline, global, {capture, [1], list}]) of
        {match, Found} -> lists:append(Found);
        nomatch -> ["unknown function"]
    end.
