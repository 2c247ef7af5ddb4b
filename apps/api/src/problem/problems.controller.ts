import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Request, type Response } from 'express';
import { Open } from '../access/access.js';
import { requestLanguage } from '../http/request-language.js';
import { EdgeError } from './edge-error.js';
import { PROBLEM_CODES, PROBLEM_STATUS, type ProblemCode } from './problem-code.js';
import { PROBLEM_WORDS } from './problem-words.js';

interface ProblemExplained {
  readonly type: string;
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly explanation: string;
}

/** Explains each kind of problem, at the address that is its `type`. */
@ApiTags('problems')
@Controller('problems')
export class ProblemsController {
  @Open()
  @Get()
  @ApiOperation({ summary: 'Every kind of problem, explained' })
  @ApiOkResponse({ description: 'The kinds of problem, in Danish or English' })
  list(@Req() request: Request, @Res({ passthrough: true }) response: Response): readonly ProblemExplained[] {
    return PROBLEM_CODES.map(code => explain(code, request, response));
  }

  @Open()
  @Get(':code')
  @ApiOperation({ summary: 'What one kind of problem means and what to do about it' })
  @ApiOkResponse({ description: 'The kind of problem, in Danish or English' })
  one(
    @Param('code') code: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): ProblemExplained {
    const known = PROBLEM_CODES.find(candidate => candidate === code);
    if (!known) throw new EdgeError('no-such-route', `There is no kind of problem "${code}"; see /problems.`);
    return explain(known, request, response);
  }
}

function explain(code: ProblemCode, request: Request, response: Response): ProblemExplained {
  const language = requestLanguage(request);
  response.set({ 'Content-Language': language, Vary: 'Accept-Language' });
  return { type: `/problems/${code}`, code, status: PROBLEM_STATUS[code], ...PROBLEM_WORDS[language][code] };
}
