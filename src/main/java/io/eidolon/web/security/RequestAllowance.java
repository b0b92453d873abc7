package io.eidolon.web.security;

import java.util.Set;

import io.eidolon.serving.Allowance;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * The allowance of one request, whose answer says what is left of it.
 *
 * @param models the models that the client may use, all when there are none
 * @param account what the client has asked for, null when it has no limits
 * @param request remembers what it cost
 * @param response its answer
 */
record RequestAllowance(Set<String> models, @Nullable ClientAccount account, HttpServletRequest request,
		HttpServletResponse response) implements Allowance {

	/** The attribute of a request that holds what it cost so far. */
	static final String COST = "io.eidolon.cost";

	@Override
	public void checkModel(@Nullable String name) {
		if (name != null && !this.models.isEmpty() && !this.models.contains(name)) {
			throw new ModelNotAllowedException(name, this.models);
		}
	}

	@Override
	public void spend(long cost) {
		if (this.account != null) {
			try {
				this.account.spend(cost);
			}
			finally {
				RateLimitHeaders.set(this.response, this.account.quotas());
			}
		}
		long before = (this.request.getAttribute(COST) instanceof Long spent) ? spent : 0;
		this.request.setAttribute(COST, before + cost);
	}

}
