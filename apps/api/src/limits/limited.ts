import { SetMetadata, applyDecorators } from '@nestjs/common';
import { Problems } from '../problem/problems.decorator.js';
import { type RateName } from './limit-settings.js';

export const LIMITED = 'overgang:limited';

/** Limits a route beyond what all routes of a caller are limited to. */
export const Limited = (name: RateName): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(LIMITED, name), Problems('too-many-requests'));
