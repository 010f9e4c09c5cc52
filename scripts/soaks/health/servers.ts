/**
 * RabbitMQ and ejabberd of Debian, at rest and at work: healthy nodes that others have written.
 *
 * @module
 */

import type { Healthy } from "../../../tests/support/healthy.ts";

/** Publishes to twenty queues, and empties them. */
const PUBLISHING = `(fun() ->
  Name = fun(Kind, Text) -> rabbit_misc:r(<<"/">>, Kind, Text) end,
  Queues = [list_to_binary("q" ++ integer_to_list(N)) || N <- lists:seq(1, 20)],
  [rabbit_amqqueue:declare(Name(queue, Q), false, false, [], none, <<"guest">>) || Q <- Queues],
  Publish = fun Publish(Q) ->
    [rabbit_basic:publish(Name(exchange, <<>>), Q, [], binary:copy(<<"x">>, 500)) || _ <- lists:seq(1, 20)],
    {ok, Queue} = rabbit_amqqueue:lookup(Name(queue, Q)), rabbit_amqqueue:purge(Queue),
    timer:sleep(20), Publish(Q) end,
  [spawn(fun() -> Publish(Q) end) || Q <- Queues], ok end)()`;

/** Fifty users who write to each other. */
const CHATTING = `(fun() ->
  User = fun(N) -> <<"u", (integer_to_binary(N))/binary>> end,
  [ejabberd_auth:try_register(User(N), <<"localhost">>, <<"pw">>) || N <- lists:seq(1, 50)],
  Chat = fun Chat(From, K) ->
    To = jid:make(User(K rem 50 + 1), <<"localhost">>, <<"r">>),
    ejabberd_router:route({message, <<"1">>, chat, <<"en">>, From, To, [], [{text, <<>>, <<"hello">>}], undefined, [], #{}}),
    timer:sleep(5), Chat(From, K + 1) end,
  [spawn(fun() -> Chat(jid:make(User(N), <<"localhost">>, <<"r">>), N) end) || N <- lists:seq(1, 50)], ok end)()`;

const EJABBERD = `hosts: [localhost]
loglevel: error
listen: []
auth_method: internal
modules:
  mod_ping: {}
  mod_roster: {}
  mod_offline: {}
  mod_disco: {}
  mod_muc: {}
  mod_pubsub: {}
`;

/** The servers at rest and at work, unpacked if they are not yet; `folder` is for what they write. */
export async function servers(folder: string): Promise<Healthy[]> {
  const script = new URL("servers", import.meta.url).pathname;
  const { success, stdout } = await new Deno.Command(script, {
    stderr: "inherit",
  }).output();
  if (!success) throw new Error("RabbitMQ and ejabberd could not be set up");
  const root = new TextDecoder().decode(stdout).trim();
  const own = `${root}/usr/lib/x86_64-linux-gnu`;
  const ERL_LIBS = [
    `${root}/usr/lib/erlang/lib`,
    `${own}/erlang/lib`,
    own,
    ...(await Array.fromAsync(Deno.readDir(`${root}/usr/lib/rabbitmq/lib`)))
      .map(({ name }) => `${root}/usr/lib/rabbitmq/lib/${name}/plugins`),
  ].join(":");
  await Deno.writeTextFile(`${folder}/ejabberd.yml`, EJABBERD);
  let count = 0;
  const at = (name: string, setup: string, begin?: string): Healthy => {
    const mnesia = `${folder}/mnesia${++count}`;
    return {
      name,
      ...begin !== undefined && { begin },
      settleMs: 5000,
      node: {
        name: "server@127.0.0.1",
        setup,
        args: ["-mnesia", "dir", `"${mnesia}"`],
        env: {
          ERL_LIBS,
          HOME: folder,
          EJABBERD_CONFIG_PATH: `${folder}/ejabberd.yml`,
          EJABBERD_LOG_PATH: `${folder}/ejabberd.log`,
          SPOOL_DIR: mnesia,
          RABBITMQ_MNESIA_BASE: folder,
          RABBITMQ_MNESIA_DIR: mnesia,
          RABBITMQ_LOG_BASE: folder,
          RABBITMQ_LOGS: "-",
          RABBITMQ_ENABLED_PLUGINS_FILE: `${folder}/enabled_plugins`,
          RABBITMQ_CONFIG_FILE: `${folder}/rabbitmq`,
          RABBITMQ_NODENAME: "server@127.0.0.1",
          RABBITMQ_USE_LONGNAME: "true",
          ERL_CRASH_DUMP: "/dev/null",
        },
      },
    };
  };
  const rabbit =
    "application:set_env(rabbit, tcp_listeners, []), {ok, _} = application:ensure_all_started(rabbit)";
  const ejabberd = "{ok, _} = application:ensure_all_started(ejabberd)";
  return [
    at("RabbitMQ", rabbit),
    at("RabbitMQ at work", rabbit, PUBLISHING),
    at("ejabberd", ejabberd),
    at("ejabberd at work", ejabberd, CHATTING),
  ];
}
