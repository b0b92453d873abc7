package io.eidolon.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;

/** Requests of the page that do not reach the service before they are released. */
final class HeldRequests {

	private final List<Route> held = new ArrayList<>();

	private final List<Request> over = new ArrayList<>();

	private final Page page;

	private final String address;

	HeldRequests(Page page, String address) {
		this.page = page;
		this.address = address;
		page.onRequestFinished(this.over::add);
		page.onRequestFailed(this.over::add);
		page.route(address, this.held::add);
	}

	/** Waits until the page has sent one. */
	void awaitOne() {
		await(1);
	}

	/** Waits until the page has sent so many. */
	void await(int count) {
		await(count, (request) -> true);
	}

	/** Waits until the page has sent so many of a kind. */
	void await(int count, Predicate<Request> kind) {
		this.page.waitForCondition(() -> this.held.stream().map(Route::request).filter(kind).count() >= count);
	}

	/** Lets them go on, and later ones pass. */
	void release() {
		this.page.unroute(this.address);
		this.held.forEach(Route::resume);
	}

	/** Waits until each was answered or given up, and the page has seen that. */
	void awaitEnd() {
		this.page.waitForCondition(() -> this.over.containsAll(this.held.stream().map(Route::request).toList()));
		this.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
	}

}
