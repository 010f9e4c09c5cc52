%% One payment: waiting for the bank, then settled, then a mail to the visitor.
-module(shop_payment).
-behaviour(gen_statem).
-export([start_link/2]).
-export([init/1, callback_mode/0, waiting/3, settled/3]).

-spec start_link(non_neg_integer(), non_neg_integer()) -> gen_statem:start_ret().
start_link(Visitor, Sum) -> gen_statem:start_link(?MODULE, {Visitor, Sum}, []).

-spec callback_mode() -> state_functions.
callback_mode() -> state_functions.

-spec init({non_neg_integer(), non_neg_integer()}) -> gen_statem:init_result(waiting).
init({Visitor, Sum}) ->
    {ok, waiting, #{visitor => Visitor, sum => Sum}, {state_timeout, bank_ms(), answer}}.

-spec waiting(state_timeout, answer, map()) -> gen_statem:event_handler_result(settled).
waiting(state_timeout, answer, Data) ->
    shop_mailer:send(Data),
    {next_state, settled, Data, {state_timeout, 2000, archived}}.

-spec settled(state_timeout, archived, map()) -> stop.
settled(state_timeout, archived, _Data) -> stop.

-spec bank_ms() -> pos_integer().
bank_ms() -> 100 + rand:uniform(400).
