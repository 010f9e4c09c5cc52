%% From several looks at a number: by how much it changed, and whether that is a trend or noise. Pure.
-module(trend).
-export([of_looks/1]).

%% One part in this many may be flat: growth in bursts hardly ever shows more flat parts.
-define(PARTS_TO_ONE_FLAT, 8).

%% {Change from the first look to the last, growth a second}: `none` unless it grew in nearly
%% every part of the window. Looks are {Us, Value}, in their order.
-spec of_looks([{integer(), integer()}]) -> {integer(), float() | none}.
of_looks([]) ->
    {0, none};
of_looks([{Start, First} | Rest] = Looks) ->
    {End, Last} = lists:last(Looks),
    Change = Last - First,
    Parts = length(Rest),
    Flat = length([true || {{_, A}, {_, B}} <- lists:zip(lists:droplast(Looks), Rest), B =< A]),
    IsSteady = Parts > 1 andalso Change > 0 andalso Flat * ?PARTS_TO_ONE_FLAT =< Parts,
    {Change, case IsSteady of
                 true -> round(Change * 100000000 / (End - Start)) / 100;
                 false -> none
             end}.
