import { Router } from 'express';
import { z } from 'zod';

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

export const ordersRouter = Router();

ordersRouter.post('/', (req, res) => {
  const order = Order.parse(req.body);
  const total = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  res.status(201).json({ ...order, total_quantity: total });
});
