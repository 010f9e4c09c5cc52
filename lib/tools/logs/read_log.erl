%% The end of a log file of the node, or its lines that contain a text.
%%
%% Only files that handlers of the node's logger write or have rotated: no path comes from the
%% client. Links are not followed, and only regular files are read. A worker reads (see files), at most 256 kB at a time; what is in it ends with the
%% call, open files too. Nothing is changed, and no code is loaded.
-module(read_log).
-export([run/2]).

%% Handlers that write to a file named in their configuration, and name rotated files after it.
-define(WRITERS, [logger_std_h, logger_disk_log_h, rabbit_logger_std_h]).
%% Rotated files of a handler that are looked for.
-define(MOST_ROTATED, 50).
-define(PIECE, 262144).
%% Maximum bytes shown of a line, and of the lines after it.
-define(SHOWN, 4000).
%% Bytes read before what is shown: a secret may start there.
-define(LEAD, 4000).
%% Part of the remaining time that is kept for the answer.
-define(MARGIN_MS, 200).
%% Characters of a path that are told.
-define(PATH, 300).

%% {Offset, Lead, Line, BytesLeftOut, After}
-type match() :: {non_neg_integer(), binary(), binary(), non_neg_integer(), binary()}.

%% Of a file: `identity` is its device and inode.
-type about() :: #{bytes := non_neg_integer(), type := atom(), modified := integer(), identity := {integer(), integer()}}.

%% Answers #{handler, file, rotation, bytes, modified, from_byte, to_byte, lead, text, matches,
%% older, files}. What holds the pattern, a regular expression of a line, are `matches`:
%% [{Offset, Lead, Line, BytesLeftOut, After}], oldest first; else `text` is the end, up to `before`. `older`:
%% there is more before from_byte. Files are [{Handler, Rotation, Bytes, Modified, IsCompressed}].
-spec run(#{handler := [binary()] | any, rotation := non_neg_integer() | none, before := pos_integer() | none,
            pattern := binary() | none, limit := pos_integer(), 'after' := non_neg_integer(),
            max_bytes := pos_integer(), scan_bytes := pos_integer()}, envelope:call()) ->
          {#{atom() => term()}, envelope:cost()}.
run(#{handler := Handler, rotation := Rotation} = Args, #{until := Until} = Call) ->
    #{handlers := Configs} = logger:get_config(),
    Written = lists:sort([{Id, Module, File}
                          || #{id := Id, module := Module, config := #{} = Config} <- Configs,
                             lists:member(Module, ?WRITERS), File <- file(Config)]),
    Chosen = chosen(Handler, Written),
    Left = erlang:max(1, Until - envelope:now_ms() - ?MARGIN_MS),
    Look = fun() ->
                   Files = [{Id, Which, Path, About}
                            || {Id, _, File} <- Written, {Which, Path, About} <- rotated(File)],
                   {pick(Chosen, Rotation, Files, Args, Until - 2 * ?MARGIN_MS),
                    [{Id, Number, Bytes, Modified, IsCompressed}
                     || {Id, {Number, IsCompressed}, _, #{type := regular, bytes := Bytes, modified := Modified}} <- Files]}
           end,
    case files:ask(Look, Left, Call) of
        {ok, {{refused, Code, Detail}, _}} -> envelope:refuse(Code, Detail);
        {ok, {Answer, Files}} -> {Answer#{handler => Chosen, files => Files}, #{}};
        Why -> envelope:refuse(Why, [])
    end.

%% ---------------------------------------------------------------------------

%% As handlers have it, or had before OTP 22.
-spec file(map()) -> [file:filename_all()].
file(#{file := File}) when is_list(File); is_binary(File) -> [File];
file(#{type := {file, File}}) -> [File];
file(#{type := {file, File, _Modes}}) -> [File];
file(_Config) -> [].

-spec chosen(any | [binary()], [tuple()]) -> atom().
chosen(_Handler, []) ->
    envelope:refuse(no_log_file, []);
chosen(any, [{Id, _, _} | _] = Written) ->
    case lists:keymember(default, 1, Written) of true -> default; false -> Id end;
chosen(Spellings, Written) ->
    case names:existing_atom(Spellings) of
        {ok, Id} -> lists:keymember(Id, 1, Written) orelse nobody(Written), Id;
        none -> nobody(Written)
    end.

-spec nobody([tuple()]) -> no_return().
nobody(Written) ->
    envelope:refuse(no_such_handler, [Id || {Id, _, _} <- Written]).

%% [{{none | Number, IsCompressed}, Path, About}] of the files that are there. A wrap log has
%% numbers from 1 on, and is in one of them.
-spec rotated(file:filename_all()) -> [{{none | non_neg_integer(), boolean()}, file:filename_all(), about()}].
rotated(File) ->
    [{Which, Name, About}
     || {Which, Suffix} <- [{{none, false}, ""}
                            | [{{N, More =/= ""}, "." ++ integer_to_list(N) ++ More}
                               || N <- lists:seq(0, ?MOST_ROTATED - 1), More <- ["", ".gz"]]],
        Name <- [named(File, Suffix)],
        %% A malformed name finds nothing.
        {ok, Info} <- [try prim_file:read_link_info(Name, [{time, posix}]) catch error:_ -> none end],
        About <- [about(Info)]].

-spec named(file:filename_all(), string()) -> file:filename_all().
named(File, Suffix) when is_binary(File) -> <<File/binary, (list_to_binary(Suffix))/binary>>;
named(File, Suffix) -> [File | Suffix].

%% Of a record #file_info{}, with times in seconds since 1970.
-spec about(tuple()) -> about().
about({file_info, Bytes, Type, _Access, _Read, Modified, _Changed, _Mode, _Links, Major, _Minor, Inode, _User, _Group}) ->
    #{bytes => Bytes, type => Type, modified => 1000 * Modified, identity => {Major, Inode}}.
%% Without a number the one that is written: of a wrap log that was written last.
-spec pick(atom(), none | non_neg_integer(), [tuple()], map(), integer()) -> map() | {refused, atom(), term()}.
pick(Chosen, Rotation, Files, Args, Until) ->
    Mine = [{Which, Path, About} || {Id, Which, Path, About} <- Files, Id =:= Chosen],
    Newest = lists:sublist(lists:reverse(lists:keysort(1, [{Modified, File} || {_, _, #{modified := Modified}} = File <- Mine])), 1),
    Found = case [File || {{Number, _}, _, _} = File <- Mine, Number =:= Rotation] of
                [] when Rotation =:= none -> [File || {_, File} <- Newest];
                Same -> Same
            end,
    case Found of
        [] -> {refused, no_such_file, [Number || {{Number, _}, _, _} <- Mine, Number =/= none]};
        [{{Number, IsCompressed}, Path, #{type := Type} = About} | _] ->
            case {Type, IsCompressed} of
                {regular, true} -> {refused, compressed, cut:chars(Path, ?PATH)};
                {regular, false} -> opened(Number, Path, About, Args, Until);
                _ -> {refused, not_a_file, {cut:chars(Path, ?PATH), Type}}
            end
    end.

%% The file may have been replaced since it was listed.
-spec opened(none | non_neg_integer(), file:filename_all(), about(), map(), integer()) -> map() | {refused, atom(), term()}.
opened(Number, Path, #{identity := Identity}, Args, Until) ->
    case prim_file:open(Path, [read, raw, binary]) of
        {ok, File} ->
            {ok, Info} = prim_file:read_handle_info(File, [{time, posix}]),
            Answer = case about(Info) of
                         #{identity := Identity, bytes := Bytes, modified := Modified} ->
                             End = case Args of
                                       #{before := Before} when is_integer(Before) -> erlang:min(Before, Bytes);
                                       _ -> Bytes
                                   end,
                             maps:merge(#{file => cut:chars(Path, ?PATH), rotation => Number, bytes => Bytes,
                                          modified => Modified, to_byte => End, lead => <<>>, text => none,
                                          matches => none}, read(File, End, Args, Until));
                         _ -> {refused, not_a_file, {cut:chars(Path, ?PATH), symlink}}
                     end,
            prim_file:close(File),
            Answer;
        {error, Reason} ->
            {refused, not_readable, {cut:chars(Path, ?PATH), Reason}}
    end.

-spec read(term(), non_neg_integer(), map(), integer()) -> map().
read(File, End, #{pattern := none, max_bytes := Max, limit := Limit}, _Until) ->
    Low = erlang:max(0, End - Max),
    First = erlang:max(0, Low - ?LEAD),
    All = bytes(File, First, End - First),
    Text = binary:part(All, Low - First, erlang:max(0, byte_size(All) - Low + First)),
    %% Offsets of line starts; the first only if the text starts with a line.
    Begin = [0 || Low =:= 0] ++ [Place + 1 || {Place, _} <- binary:matches(Text, <<"\n">>), Place + 1 < byte_size(Text)],
    Skipped = case lists:nthtail(erlang:max(0, length(Begin) - Limit), Begin) of
                  [Place | _] -> Place;
                  [] -> 0
              end,
    From = Low + Skipped,
    #{from_byte => From, older => From > 0, lead => binary:part(All, 0, From - First),
      text => binary:part(Text, Skipped, byte_size(Text) - Skipped)};
read(File, End, #{pattern := Pattern, limit := Limit, 'after' := Lines, scan_bytes := Scan, max_bytes := Max}, Until) ->
    {ok, Compiled} = re:compile(Pattern, [caseless, multiline]),
    Low = erlang:max(0, End - Scan),
    {From, Matches} = search(File, Low, End, Compiled, {Limit, Lines, Until}, Max, []),
    #{from_byte => From, older => From > 0, matches => Matches}.

-spec bytes(term(), non_neg_integer(), non_neg_integer()) -> binary().
bytes(File, From, Size) ->
    case prim_file:pread(File, From, Size) of
        {ok, Bytes} -> Bytes;
        eof -> <<>>
    end.

%% Piece by piece, the last first; a piece begins with a line, unless that is longer. What was
%% searched begins at From, or with the oldest of so many matches.
-spec search(term(), non_neg_integer(), non_neg_integer(), term(), {pos_integer(), non_neg_integer(), integer()}, integer(),
             [match()]) -> {non_neg_integer(), [match()]}.
search(_File, Low, End, _Compiled, _Limits, _Room, Matches) when End =< Low ->
    {Low, Matches};
search(File, Low, End, Compiled, {Limit, Lines, Until} = Limits, Room, Matches) ->
    Start = erlang:max(Low, End - ?PIECE),
    All = bytes(File, Start, End - Start),
    Skipped = case binary:match(All, <<"\n">>) of
                  {Place, 1} when Start > 0, Place + 1 < byte_size(All) -> Place + 1;
                  _ -> 0
              end,
    Piece = binary:part(All, Skipped, byte_size(All) - Skipped),
    Places = case re:run(Piece, Compiled, [global, {capture, first, index}]) of
                 {match, Found} -> lists:reverse(lists:append(Found));
                 nomatch -> []
             end,
    Wanted = lists:sublist(Places, Limit - length(Matches)),
    {Taken, Left} = take(Wanted, Piece, Start + Skipped, Lines, Room, []),
    Next = Taken ++ Matches,
    if
        length(Next) >= Limit; length(Taken) < length(Wanted); Left =< 0 ->
            {Oldest, _, _, _, _} = hd(Next),
            {Oldest, Next};
        Start =:= Low -> {Low + Skipped, Next};
        true ->
            case envelope:now_ms() < Until of
                true -> search(File, Low, Start + Skipped, Compiled, Limits, Left, Next);
                false -> {Start + Skipped, Next}
            end
    end.

%% The newest first; given the oldest first. After is so many lines, from the end of the line on.
-spec take([{non_neg_integer(), non_neg_integer()}], binary(), non_neg_integer(), non_neg_integer(), integer(), [match()]) ->
          {[match()], integer()}.
take([{Place, Size} | Places], Piece, Offset, Lines, Room, Taken) when Room > 0 ->
    Shown = erlang:min(Size, ?SHOWN),
    First = erlang:max(0, Place - ?LEAD),
    End = Place + Size,
    Rest = binary:part(Piece, End, erlang:min(?SHOWN, byte_size(Piece) - End)),
    Ends = binary:matches(Rest, <<"\n">>),
    After = case lists:nthtail(erlang:min(Lines, length(Ends)), Ends) of
                [{Last, _} | _] -> binary:part(Rest, 0, Last);
                [] -> Rest
            end,
    Match = {Offset + Place, binary:part(Piece, First, Place - First), binary:part(Piece, Place, Shown),
             Size - Shown, After},
    take(Places, Piece, Offset, Lines, Room - Shown - byte_size(After), [Match | Taken]);
take(_Places, _Piece, _Offset, _Lines, Room, Taken) ->
    {Taken, Room}.
