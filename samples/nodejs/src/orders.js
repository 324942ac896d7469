import { z } from 'zod';
import { readJson, sendJson } from './http.js';

const Order = z.strictObject({
  customer: z.string().min(1).max(80),
  email: z.email().optional(),
  lines: z
    .array(
      z.strictObject({
        sku: z.string().min(1).max(20),
        quantity: z.int().min(1).max(100),
      }),
    )
    .min(1)
    .max(20),
});

export function addOrderRoutes(router) {
  router.on('POST', '/api/orders', async (request, response) => {
    const order = await readJson(request, Order);
    const total = order.lines.reduce((sum, line) => sum + line.quantity, 0);
    sendJson(response, 201, { ...order, total_quantity: total });
  });
}
