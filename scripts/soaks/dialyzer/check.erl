%% Runs dialyzer over modules in the release that it is started in. Only the dialyzer of a
%% release knows the types of its functions, so this is compiled and run there.
-module(check).
-export([main/1]).
-optional([{dialyzer, run, 1}, {dialyzer, format_warning, 1}]).

%% What the probes call functions of; those that a release lacks are left out.
-define(APPLICATIONS, [erts, kernel, stdlib, compiler, runtime_tools, mnesia, sasl, ssl]).

%% Checks FOLDER/src/*.erl, prints what it finds, and ends the node: 1 where it found any,
%% 2 where the release has no dialyzer. FOLDER/otp.plt holds what is known of OTP: it is
%% made where it is missing, which takes minutes.
-spec main(file:filename()) -> no_return().
main(Folder) ->
    code:which(dialyzer) =/= non_existing orelse halt(2),
    Plt = filename:join(Folder, "otp.plt"),
    filelib:is_regular(Plt) orelse build(Plt),
    Files = filelib:wildcard(filename:join(Folder, "src/*.erl")),
    Optional = lists:append([optional(File) || File <- Files]),
    Warnings = [Warning || Warning <- dialyzer:run([{analysis_type, succ_typings}, {from, src_code},
                                                    {init_plt, Plt}, {check_plt, false},
                                                    {files, Files}, {warnings, [unknown]}]),
                           not is_optional(Warning, Optional)],
    [io:put_chars(dialyzer:format_warning(Warning)) || Warning <- Warnings],
    io:format("~b modules, ~b warnings~n", [length(Files), length(Warnings)]),
    halt(case Warnings of [] -> 0; _ -> 1 end).

%% What is unknown about OTP itself is nothing of ours.
-spec build(file:filename()) -> ok.
build(Plt) ->
    Folders = [filename:join(Folder, "ebin") || Application <- ?APPLICATIONS,
                                                Folder <- [code:lib_dir(Application)], is_list(Folder)],
    _ = dialyzer:run([{analysis_type, plt_build}, {output_plt, Plt}, {files_rec, Folders}]),
    ok.

%% Functions that a module calls only where the node has them.
-spec optional(file:filename()) -> [mfa()].
optional(File) ->
    {ok, Forms} = epp:parse_file(File, []),
    lists:append([Mfas || {attribute, _, optional, Mfas} <- Forms]).

-spec is_optional(tuple(), [mfa()]) -> boolean().
is_optional({warn_unknown, _, {unknown_function, Mfa}}, Optional) -> lists:member(Mfa, Optional);
is_optional({warn_callgraph, _, {call_to_missing, Mfa}}, Optional) -> lists:member(list_to_tuple(Mfa), Optional);
is_optional(_Warning, _Optional) -> false.
