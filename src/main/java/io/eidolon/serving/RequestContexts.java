package io.eidolon.serving;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.eidolon.batching.Priority;
import io.eidolon.upscaling.Upscaler;

import org.springframework.stereotype.Component;

/** Creates the contexts of requests, and holds what they share. */
@Component
public class RequestContexts {

	private final ModelLeases models;

	private final WaitTimer timer;

	private final ImageThreads threads;

	private final PixelBudget pixels;

	private final Upscaler upscaler;

	RequestContexts(ModelLeases models, WaitTimer timer, ImageThreads threads, PixelBudget pixels, Upscaler upscaler) {
		this.models = models;
		this.timer = timer;
		this.threads = threads;
		this.pixels = pixels;
		this.upscaler = upscaler;
	}

	/**
	 * Creates the context of a request.
	 * @param client who asks: clients take turns
	 * @param allowance what it may use and spend
	 * @param timeout how long the client waits in all
	 * @param arrival when the request came, as {@link System#nanoTime()} counts it
	 * @param cancelled whether the client has gone; asked by the request's thread alone
	 */
	public RequestContext open(String client, Allowance allowance, Duration timeout, long arrival,
			BooleanSupplier cancelled) {
		return new RequestContext(this, new Requester(client, allowance, Priority.REQUEST),
				new TimeLimit(timeout, arrival), cancelled);
	}

	/**
	 * Creates the context of work that nobody waits for, which takes what requests leave.
	 * @param client for whom it is: clients take turns
	 * @param timeout how long it may take
	 * @param cancelled whether it is not wanted any more
	 */
	public RequestContext background(String client, Duration timeout, BooleanSupplier cancelled) {
		return new RequestContext(this, new Requester(client, Allowance.ALL, Priority.BACKGROUND),
				new TimeLimit(timeout, System.nanoTime()), cancelled);
	}

	ModelLeases models() {
		return this.models;
	}

	WaitTimer timer() {
		return this.timer;
	}

	ImageThreads threads() {
		return this.threads;
	}

	PixelBudget pixels() {
		return this.pixels;
	}

	Upscaler upscaler() {
		return this.upscaler;
	}

}
