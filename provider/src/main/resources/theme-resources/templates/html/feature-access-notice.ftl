<#import "template.ftl" as layout>
<#assign place = node?has_content?then(node, msg("featureAccessNotice.allWorkspaces"))>
<@layout.emailLayout>
<p>${msg("featureAccessNotice." + kind, principal, place, role)}</p>
<#if reason?has_content>
<p>${msg("featureAccessNotice.reason")}</p>
<blockquote style="white-space: pre-wrap">${reason}</blockquote>
</#if>
<#if endsAt?has_content>
<p>${msg("featureAccessNotice.end", endsAt)}</p>
</#if>
<#if (others > 0)>
<p>${msg("featureAccessNotice.others", others)}</p>
</#if>
<p>${msg("featureAccessNotice." + kind + ".hint")}</p>
<p><small>${msg("featureAccessNotice.off", realmName)}</small></p>
</@layout.emailLayout>
