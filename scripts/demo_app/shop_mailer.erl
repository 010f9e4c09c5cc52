%% Sends one mail after the other and waits for the mail server each time: slower than orders come in.
%% The first fault of the demo.
-module(shop_mailer).
-behaviour(gen_server).
-export([start_link/0, send/1]).
-export([init/1, handle_call/3, handle_cast/2]).

-define(MOST, 50000).

-type state() :: #{sent := non_neg_integer()}.

-spec start_link() -> gen_server:start_ret().
start_link() -> gen_server:start_link({local, ?MODULE}, ?MODULE, [], []).

%% Ten mails an order, as long as the machine is safe from us.
-spec send(map()) -> [ok] | dropped.
send(Order) ->
    case process_info(whereis(?MODULE), message_queue_len) of
        {_, Waiting} when Waiting < ?MOST -> [gen_server:cast(?MODULE, {mail, N, Order}) || N <- lists:seq(1, 10)];
        _ -> dropped
    end.

-spec init([]) -> {ok, state()}.
init([]) ->
    [gen_server:cast(self(), {mail, N, #{visitor => 0, sum => N}}) || N <- lists:seq(1, 3000)],
    {ok, #{sent => 0}}.

-spec handle_call(term(), gen_server:from(), state()) -> {reply, ok, state()}.
handle_call(_Request, _From, State) -> {reply, ok, State}.

-spec handle_cast({mail, pos_integer(), map()}, state()) -> {noreply, state()}.
handle_cast({mail, _Number, _Order}, #{sent := Sent} = State) ->
    talk_to_mail_server(),
    {noreply, State#{sent := Sent + 1}}.

-spec talk_to_mail_server() -> ok.
talk_to_mail_server() -> timer:sleep(100).
