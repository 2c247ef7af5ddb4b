import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { CopyPage } from './copy-page.js';
import { MyDataPage } from './my-data-page.js';
import { WrongDataPage } from './wrong-data-page.js';

/** Who has used the data of whoever visits, what they can take home of it, and where they turn if it is wrong. */
@Controller('mine-oplysninger')
export class MyDataController {
  constructor(private readonly citizen: CitizenApi) {}

  @Get()
  async show(
    @Query() { forloeb, efter }: { readonly forloeb?: string; readonly efter?: string },
    @Visiting() visit: Visit,
  ) {
    const page = await this.citizen.disclosures(visit, { after: efter, journey: forloeb });
    return <MyDataPage page={page} journey={forloeb} />;
  }

  @Get('udtraek')
  async copy(@Visiting() visit: Visit) {
    return <CopyPage copy={await this.citizen.export(visit)} />;
  }

  @Get('udtraek.json')
  async copyFile(@Visiting() visit: Visit): Promise<StreamableFile> {
    return jsonFile(await this.citizen.export(visit), 'mine-oplysninger.json');
  }

  @Get('bevis.json')
  async proofFile(@Visiting() visit: Visit): Promise<StreamableFile> {
    return jsonFile(await this.citizen.proof(visit), 'bevis.json');
  }

  @Get('noget-er-forkert')
  async wrongData(@Query() { myndighed }: { readonly myndighed?: unknown }, @Visiting() visit: Visit) {
    const { items } = await this.citizen.authorities(visit);
    const asked = typeof myndighed === 'string' ? myndighed : undefined;
    return <WrongDataPage authorities={items} asked={asked} />;
  }
}

/** To be kept and not shown, laid out for people who open it all the same. */
function jsonFile(content: object, name: string): StreamableFile {
  const body = Buffer.from(JSON.stringify(content, undefined, 2));
  const disposition = `attachment; filename="${name}"`;
  return new StreamableFile(body, { type: 'application/json', length: body.length, disposition });
}
