import { Controller, Get, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { Health, type Readiness } from '#telemetry';
import { Open } from '../access/access.js';
import { AlwaysAdmitted } from '../http/admission/always-admitted.js';
import { Reply } from '../http/representation/reply.js';

@Open()
@AlwaysAdmitted()
@ApiTags('operation')
@Controller({ path: 'health', version: VERSION_NEUTRAL })
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  @ApiOperation({ summary: 'Whether the process runs; if not, start it anew' })
  @ApiOkResponse()
  live(): { readonly live: true } {
    return { live: true };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Whether it can do its work: Postgres and the queue answer' })
  @ApiOkResponse()
  @ApiServiceUnavailableResponse({
    description: 'Something it needs does not answer; send requests elsewhere',
  })
  async ready(): Promise<Reply<Readiness>> {
    const readiness = await this.health.readiness();
    return new Reply(readiness, { status: readiness.ready ? 200 : 503 });
  }
}
