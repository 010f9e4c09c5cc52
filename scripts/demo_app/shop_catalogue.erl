%% What is for sale. Owns the tables; everybody reads them directly.
-module(shop_catalogue).
-behaviour(gen_server).
-export([start_link/0, price/1, size/0]).
-export([init/1, handle_call/3, handle_cast/2]).

-spec start_link() -> gen_server:start_ret().
start_link() -> gen_server:start_link({local, ?MODULE}, ?MODULE, [], []).

-spec price(pos_integer()) -> pos_integer().
price(Article) -> ets:lookup_element(shop_articles, Article, 3).

-spec size() -> pos_integer().
size() -> 2000.

-spec init([]) -> {ok, no_state}.
init([]) ->
    ets:new(shop_articles, [named_table, protected, set, {read_concurrency, true}]),
    ets:new(shop_prices, [named_table, protected, ordered_set]),
    [add(Article) || Article <- lists:seq(1, ?MODULE:size())],
    {ok, no_state}.

-spec handle_call(term(), gen_server:from(), no_state) -> {reply, ok, no_state}.
handle_call(_Request, _From, State) -> {reply, ok, State}.

-spec handle_cast(term(), no_state) -> {noreply, no_state}.
handle_cast(_Message, State) -> {noreply, State}.

-spec add(pos_integer()) -> true.
add(Article) ->
    Price = 5 + Article rem 95,
    ets:insert(shop_articles, {Article, <<"Article ", (integer_to_binary(Article))/binary>>, Price}),
    ets:insert(shop_prices, {{Price, Article}}).
