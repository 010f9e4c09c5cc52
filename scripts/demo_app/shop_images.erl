%% Keeps the first 200 bytes of every picture. They are part of the whole picture, so the whole stays in memory.
%% The second fault of the demo: binary:copy/1 would cure it.
-module(shop_images).
-behaviour(gen_server).
-export([start_link/0]).
-export([init/1, handle_call/3, handle_cast/2, handle_info/2]).

-define(MOST, 400).

-spec start_link() -> gen_server:start_ret().
start_link() -> gen_server:start_link({local, ?MODULE}, ?MODULE, [], []).

-spec init([]) -> {ok, [binary()]}.
init([]) ->
    timer:send_interval(100, picture),
    {ok, [header(picture()) || _ <- lists:seq(1, 150)]}.

-spec handle_call(term(), gen_server:from(), [binary()]) -> {reply, ok, [binary()]}.
handle_call(_Request, _From, Headers) -> {reply, ok, Headers}.

-spec handle_cast(term(), [binary()]) -> {noreply, [binary()]}.
handle_cast(_Message, Headers) -> {noreply, Headers}.

-spec handle_info(picture, [binary()]) -> {noreply, [binary()]}.
handle_info(picture, Headers) when length(Headers) < ?MOST -> {noreply, [header(picture()) | Headers]};
handle_info(picture, Headers) -> {noreply, Headers}.

-spec header(binary()) -> binary().
header(<<Header:200/binary, _/binary>>) -> Header.

-spec picture() -> binary().
picture() -> binary:copy(<<16#FFD8FFE0:32>>, 65536).
