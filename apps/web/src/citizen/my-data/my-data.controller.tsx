import { Controller, Get, Query } from '@nestjs/common';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { MyDataPage } from './my-data-page.js';

/** Who has used the data of whoever visits. */
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
}
