%% The first step on the node: unpacks the functions of the coordinator and calls envelope:main/3
%% with them and with the body to start. Only this function is sent unpacked.
-module(boot).
-export([start/4, seldom/3]).

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

%% Calls the function at a place of the whole table, which has what is seldom needed after the binary
%% that is the last of the table that a process has from the start.
-spec seldom(tuple(), pos_integer(), [term()]) -> term().
seldom(Table, Place, Arguments) ->
    Whole = case element(tuple_size(Table), Table) of
                Packed when is_binary(Packed) ->
                    list_to_tuple(tuple_to_list(Table) ++ tuple_to_list(binary_to_term(Packed)));
                _Last ->
                    Table
            end,
    erlang:apply(element(Place, Whole), [Whole | Arguments]).
