%% Makes the traffic: every tenth of a second somebody comes in, fills a cart and pays a little later.
-module(shop_visitors).
-behaviour(gen_server).
-export([start_link/0]).
-export([init/1, handle_call/3, handle_cast/2, handle_info/2]).

-type state() :: #{visitors := non_neg_integer()}.

-spec start_link() -> gen_server:start_ret().
start_link() -> gen_server:start_link({local, ?MODULE}, ?MODULE, [], []).

-spec init([]) -> {ok, state()}.
init([]) ->
    timer:send_interval(100, enter),
    [self() ! enter || _ <- lists:seq(1, 20)],
    {ok, #{visitors => 0}}.

-spec handle_call(term(), gen_server:from(), state()) -> {reply, ok, state()}.
handle_call(_Request, _From, State) -> {reply, ok, State}.

-spec handle_cast(term(), state()) -> {noreply, state()}.
handle_cast(_Message, State) -> {noreply, State}.

-spec handle_info(enter | {pay, pid()}, state()) -> {noreply, state()}.
handle_info(enter, #{visitors := Visitors} = State) ->
    {ok, Cart} = supervisor:start_child(shop_cart_sup, [Visitors]),
    [shop_cart:add(Cart, rand:uniform(shop_catalogue:size())) || _ <- lists:seq(1, 5)],
    erlang:send_after(500 + rand:uniform(2000), self(), {pay, Cart}),
    {noreply, State#{visitors := Visitors + 1}};
handle_info({pay, Cart}, State) ->
    shop_cart:check_out(Cart),
    {noreply, State}.
