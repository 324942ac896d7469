import { open } from "trunk";

export const notes = open("notes");
