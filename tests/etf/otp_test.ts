import { assert, assertEquals } from "@std/assert";
import { OtpCodec } from "../support/otp_codec.ts";
import {
  hereAndBack,
  sameMeaning,
  sameOrder,
  sameVerdict,
  thereAndBack,
} from "../support/otp_rounds.ts";

Deno.test("OTP and this codec agree on what bytes mean", async (t) => {
  await using otp = new OtpCodec();

  await t.step(
    "1,000 terms made here come back the same from OTP",
    async () => {
      await thereAndBack(otp, 1000, 1);
    },
  );
  await t.step("OTP reads our bytes as what the term's text says", async () => {
    await sameMeaning(otp, 500, 2);
  });
  await t.step(
    "1,000 terms made by OTP come back in the same bytes",
    async () => {
      await hereAndBack(otp, 1000, 3);
    },
  );
  await t.step("OTP sorts as compare does", async () => {
    await sameOrder(otp, 1000, 4);
  });
  await t.step(
    "damaged bytes are accepted where OTP accepts them",
    async () => {
      const verdict = await sameVerdict(otp, 5000, 5);
      assertEquals(verdict.onlyHere, []);
      assert(verdict.accepted > 1000);
      assertEquals(verdict.onlyThere, []);
    },
  );
});
