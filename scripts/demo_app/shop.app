{application, shop, [
    {description, "A small web shop with two faults, for beamtap's demo"},
    {vsn, "1.0.0"},
    {modules, [
        shop_app, shop_sup, shop_catalogue, shop_cart, shop_payment, shop_mailer, shop_images, shop_visitors
    ]},
    {registered, [
        shop_sup, shop_sales_sup, shop_cart_sup, shop_payment_sup,
        shop_catalogue, shop_mailer, shop_images, shop_visitors
    ]},
    {applications, [kernel, stdlib]},
    {env, [{currency, eur}, {payment_api_token, <<"not-a-real-token">>}]},
    {mod, {shop_app, []}}
]}.
