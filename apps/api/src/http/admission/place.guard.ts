import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { ACCESS } from '../../access/access.js';
import type { Access } from '../../access/access.js';
import { ALWAYS_ADMITTED } from './always-admitted.js';
import { Places } from './places.js';
import type { PlaceKind } from './places.js';

const KINDS: Readonly<Record<Access['kind'], PlaceKind>> = {
  open: 'public',
  role: 'signed-in',
  scraper: 'signed-in',
  authority: 'authority',
};

/** Gives a request its place, as the last thing before its route is called. */
@Injectable()
export class PlaceGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly places: Places,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const route = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(ALWAYS_ADMITTED, route)) return true;
    const { kind } = this.reflector.getAllAndOverride<Access>(ACCESS, route);
    this.places.take(KINDS[kind], context.switchToHttp().getResponse<Response>());
    return true;
  }
}
