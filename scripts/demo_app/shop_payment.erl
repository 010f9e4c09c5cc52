%% One payment: waiting for the bank, then settled, then a mail to the visitor.
-module(shop_payment).
-behaviour(gen_statem).
-export([start_link/2]).
-export([init/1, callback_mode/0, waiting/3, settled/3]).

start_link(Visitor, Sum) -> gen_statem:start_link(?MODULE, {Visitor, Sum}, []).

callback_mode() -> state_functions.

init({Visitor, Sum}) ->
    {ok, waiting, #{visitor => Visitor, sum => Sum}, {state_timeout, bank_ms(), answer}}.

waiting(state_timeout, answer, Data) ->
    shop_mailer:send(Data),
    {next_state, settled, Data, {state_timeout, 2000, archived}}.

settled(state_timeout, archived, _Data) -> stop.

bank_ms() -> 100 + rand:uniform(400).
