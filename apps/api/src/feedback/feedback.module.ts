import { Module } from '@nestjs/common';
import { FeedbackOfDefinitionController } from './feedback-of-definition.controller.js';
import { FeedbackController } from './feedback.controller.js';
import { RemarksController } from './remarks.controller.js';

/** How well journeys go, by those who have been through them. */
@Module({ controllers: [FeedbackController, FeedbackOfDefinitionController, RemarksController] })
export class FeedbackModule {}
