%% Keeps the first 200 bytes of every picture. They are part of the whole picture, so the whole stays in memory.
%% The second fault of the demo: binary:copy/1 would cure it.
-module(shop_images).
-behaviour(gen_server).
-export([start_link/0]).
-export([init/1, handle_call/3, handle_cast/2, handle_info/2]).

-define(MOST, 400).

start_link() -> gen_server:start_link({local, ?MODULE}, ?MODULE, [], []).

init([]) ->
    timer:send_interval(100, picture),
    {ok, [header(picture()) || _ <- lists:seq(1, 150)]}.

handle_call(_Request, _From, Headers) -> {reply, ok, Headers}.

handle_cast(_Message, Headers) -> {noreply, Headers}.

handle_info(picture, Headers) when length(Headers) < ?MOST -> {noreply, [header(picture()) | Headers]};
handle_info(picture, Headers) -> {noreply, Headers}.

header(<<Header:200/binary, _/binary>>) -> Header.

picture() -> binary:copy(<<16#FFD8FFE0:32>>, 65536).
