package io.eidolon.web.security;

import java.io.IOException;
import java.util.Set;

import io.eidolon.serving.Allowance;
import io.eidolon.web.server.BoundedServer;
import io.eidolon.web.server.ClientNetwork;
import io.eidolon.web.server.EngineValve;
import io.eidolon.web.server.Refusal;
import io.eidolon.web.server.Refusals;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;

/**
 * Holds clients to their limits. How many requests there are is known here, before
 * anything of them is read; what one costs is known to those who compute it.
 */
@Order(BoundedServer.ORDER - 1)
class LimitValve extends EngineValve {

	private final boolean needed;

	private final AccessRules rules;

	/** Of clients that have none of their own. */
	private final Limits limits;

	private final ClientAccounts accounts;

	private final Refusals refusals;

	/**
	 * Creates the valve.
	 * @param needed whether it takes its place
	 */
	LimitValve(boolean needed, AccessRules rules, Limits limits, ClientAccounts accounts, Refusals refusals) {
		this.needed = needed;
		this.rules = rules;
		this.limits = limits;
		this.accounts = accounts;
		this.refusals = refusals;
	}

	@Override
	protected boolean isNeeded() {
		return this.needed;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (response.isError() || this.rules.isOpen(request)) {
			getNext().invoke(request, response);
			return;
		}
		Caller caller = (request.getUserPrincipal() instanceof Caller known) ? known : null;
		Limits held = (caller != null) ? caller.limits().or(this.limits) : this.limits;
		ClientAccount account = held.isNone() ? null : this.accounts.of(ClientNetwork.of(request), held);
		request.setAttribute(Allowance.ATTRIBUTE,
				new RequestAllowance((caller != null) ? caller.models() : Set.of(), account, request, response));
		if (account == null) {
			getNext().invoke(request, response);
		}
		else {
			serve(account, request, response);
		}
	}

	private void serve(ClientAccount account, Request request, Response response) throws IOException, ServletException {
		LimitExceededException refused = begin(account);
		RateLimitHeaders.set(response, account.quotas());
		if (refused != null) {
			this.refusals.send(Refusal.limited(String.valueOf(refused.getMessage()), refused.retryAfter()), request,
					response);
			return;
		}
		try {
			getNext().invoke(request, response);
		}
		finally {
			account.end();
		}
	}

	private static @Nullable LimitExceededException begin(ClientAccount account) {
		try {
			account.begin();
			return null;
		}
		catch (LimitExceededException ex) {
			return ex;
		}
	}

}
