%% A small web shop for beamtap's demo: three levels of supervisors, and two faults to find.
%% The mailer takes orders faster than it sends mail; the image cache keeps whole pictures alive
%% through small parts of them. Both stop growing before they could hurt the machine.
-module(shop_app).
-behaviour(application).
-export([start/2, stop/1]).

-spec start(application:start_type(), term()) -> {ok, pid()}.
start(_Type, _Args) -> {ok, _} = shop_sup:start_link(shop_sup).

-spec stop(term()) -> ok.
stop(_State) -> ok.
