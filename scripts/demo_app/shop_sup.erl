%% The supervision tree, one clause a supervisor:
%%
%%   shop_sup (one_for_one)
%%   |- shop_catalogue        gen_server, owner of two ETS tables
%%   |- shop_sales_sup (rest_for_one)
%%   |  |- shop_cart_sup      (simple_one_for_one): a gen_server for each visitor's cart
%%   |  |- shop_payment_sup   (simple_one_for_one): a gen_statem for each payment
%%   |  |- shop_mailer        gen_server, the one whose mailbox grows
%%   |- shop_images           gen_server, the one that leaks binaries
%%   |- shop_visitors         gen_server, makes the traffic
-module(shop_sup).
-behaviour(supervisor).
-export([start_link/1, init/1]).

-spec start_link(atom()) -> supervisor:startlink_ret().
start_link(Name) -> supervisor:start_link({local, Name}, ?MODULE, Name).

-spec init(atom()) -> {ok, {supervisor:sup_flags(), [supervisor:child_spec()]}}.
init(shop_sup) ->
    Children = [
        worker(shop_catalogue),
        supervisor(shop_sales_sup),
        worker(shop_images),
        worker(shop_visitors)
    ],
    {ok, {#{strategy => one_for_one}, Children}};
init(shop_sales_sup) ->
    Children = [
        supervisor(shop_cart_sup),
        supervisor(shop_payment_sup),
        worker(shop_mailer)
    ],
    {ok, {#{strategy => rest_for_one}, Children}};
init(shop_cart_sup) ->
    {ok, {#{strategy => simple_one_for_one}, [temporary(shop_cart)]}};
init(shop_payment_sup) ->
    {ok, {#{strategy => simple_one_for_one}, [temporary(shop_payment)]}}.

-spec worker(module()) -> supervisor:child_spec().
worker(Module) -> #{id => Module, start => {Module, start_link, []}}.

-spec temporary(module()) -> supervisor:child_spec().
temporary(Module) -> (worker(Module))#{restart => temporary}.

-spec supervisor(atom()) -> supervisor:child_spec().
supervisor(Name) -> #{id => Name, start => {?MODULE, start_link, [Name]}, type => supervisor}.
