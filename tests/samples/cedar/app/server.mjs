import { router } from "@cedar/router";

export const app = router({
  "/api/squares/:number": ({ number }) => ({ square: number * number }),
});
