%% Loads the modules of OTP that later questions need. Once processes hang in native code, or the
%% disk hangs, no module can be loaded any more, and that is when questions are asked. In
%% embedded mode it does nothing.
%%
%% Runs in the body, once a link. Modules that are loaded stay loaded, also if it dies halfway.
-module(preload).
-export([run/2]).

%% Answers how many modules were missing, which atoms that made ({First index, Next}), and
%% whether Elixir runs here.
%% The emulator names its allocators when they are asked for the first time.
-spec run(term(), envelope:call()) ->
          {{non_neg_integer(), {non_neg_integer(), non_neg_integer()}, boolean()}, envelope:cost()}.
run(_Args, _Call) ->
    First = erlang:system_info(atom_count),
    Missing = [Module || Module <- modules(), not erlang:module_loaded(Module)],
    code:ensure_modules_loaded(Missing),
    try erlang:memory() catch error:notsup -> [] end,
    erlang:system_info({allocator, eheap_alloc}),
    {{length(Missing), {First, erlang:system_info(atom_count)}, erlang:module_loaded(elixir)}, #{}}.

modules() ->
    [application, beam_lib, binary, code, epp, erl_anno, erl_bits, erl_eval, erl_internal, erl_lint,
     erl_parse, erl_scan, erts_debug, ets, eval_bits, filename, gen, gen_server, global, inet,
     io_lib, io_lib_format, io_lib_pretty, lists, logger, logger_olp, maps, orddict, ordsets,
     proc_lib, proplists, re, sets, socket, string, supervisor, sys, timer, unicode, unicode_util
     %% OTP 27.
     | [trace || erlang:function_exported(erts_internal, trace_session_create, 3)]].
