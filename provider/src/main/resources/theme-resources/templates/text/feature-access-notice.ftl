<#ftl output_format="plainText">
<#assign place = node?has_content?then(node, msg("featureAccessNotice.allWorkspaces"))>
${msg("featureAccessNotice." + kind, principal, place, role)}
<#if reason?has_content>

${msg("featureAccessNotice.reason")}

${reason}
</#if>
<#if endsAt?has_content>

${msg("featureAccessNotice.end", endsAt)}
</#if>
<#if (others > 0)>

${msg("featureAccessNotice.others", others)}
</#if>

${msg("featureAccessNotice." + kind + ".hint")}

-- 
${msg("featureAccessNotice.off", realmName)}
