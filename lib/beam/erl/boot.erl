%% The first step on the node: unpacks the functions of the coordinator and calls envelope:main/3
%% with them and with the body to start. Only this function is sent unpacked.
-module(boot).
-export([start/4, whole/1]).

%% Functions come as a tuple of funs, or of forms. Every atom in the binaries is one of ours,
%% never a user's. The body's are unpacked where they are used, or they would be copied.
-spec start(binary(), binary(), binary(), binary()) -> {term(), envelope:cost()}.
start(Coordinator, Body, Options, Args) ->
    Functions = fun(Packed) ->
                        case binary_to_term(Packed) of
                            {tuple, _, _} = Forms ->
                                %% Variables are looked up in a map, where the release can: a list
                                %% is searched.
                                Bindings = case erl_eval:bindings(#{}) of [] -> #{}; _ -> [] end,
                                {value, Made, _} = erl_eval:expr(Forms, Bindings, none),
                                Made;
                            Made ->
                                Made
                        end
                end,
    Run = fun(Root, Arguments) ->
                  Own = Functions(Body),
                  erlang:apply(element(Root, Own), [Own | Arguments])
          end,
    Work = fun(Call) -> Run(1, [binary_to_term(Args), Call]) end,
    Table = Functions(Coordinator),
    (element(1, Table))(Table, Work, Run, binary_to_term(Options)).

%% The table of a process with the functions that are seldom needed, which follow their binary,
%% the last of those that it has from the start.
-spec whole(tuple()) -> tuple().
whole(Table) ->
    case element(tuple_size(Table), Table) of
        Packed when is_binary(Packed) ->
            list_to_tuple(tuple_to_list(Table) ++ tuple_to_list(binary_to_term(Packed)));
        _Last ->
            Table
    end.
