%% One visitor's cart: filled, then handed to a payment, then gone.
-module(shop_cart).
-behaviour(gen_server).
-export([start_link/1, add/2, check_out/1]).
-export([init/1, handle_call/3, handle_cast/2]).

-type state() :: #{visitor := non_neg_integer(), articles := [pos_integer()]}.

-spec start_link(non_neg_integer()) -> gen_server:start_ret().
start_link(Visitor) -> gen_server:start_link(?MODULE, Visitor, []).

-spec add(pid(), pos_integer()) -> ok.
add(Cart, Article) -> gen_server:cast(Cart, {add, Article}).

-spec check_out(pid()) -> ok.
check_out(Cart) -> gen_server:cast(Cart, check_out).

-spec init(non_neg_integer()) -> {ok, state()}.
init(Visitor) -> {ok, #{visitor => Visitor, articles => []}}.

-spec handle_call(get, gen_server:from(), state()) -> {reply, state(), state()}.
handle_call(get, _From, State) -> {reply, State, State}.

-spec handle_cast({add, pos_integer()} | check_out, state()) -> {noreply, state()} | {stop, normal, state()}.
handle_cast({add, Article}, #{articles := Articles} = State) ->
    {noreply, State#{articles := [Article | Articles]}};
handle_cast(check_out, #{articles := Articles} = State) ->
    Sum = lists:sum([shop_catalogue:price(Article) || Article <- Articles]),
    {ok, _} = supervisor:start_child(shop_payment_sup, [maps:get(visitor, State), Sum]),
    {stop, normal, State}.
