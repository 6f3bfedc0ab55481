import type { DevelopmentPerson } from '../auth/development-people.js';

/** What the explorer opens with: each works with the demo operator, as who is named. */
export const startingOperations: readonly string[] = [
  `# The queue, as staff see it. Choose above whom to ask as.
query Queue {
  occurrences(first: 5) {
    totalCount
    nodes {
      id
      protocolNumber
      type {
        name
      }
      status {
        internalDescription
        color
      }
      beneficiary {
        name
      }
    }
  }
}
`,
  `# Stays open: change a status elsewhere, and it arrives here.
subscription FollowQueue {
  queueUpdates {
    kind
    cursor
    occurrence {
      protocolNumber
      status {
        internalDescription
      }
    }
    event {
      __typename
      version
      occurredAt
    }
  }
}
`,
  `# What a member sees: choose one above.
query MyOccurrences {
  myOccurrences(first: 5) {
    nodes {
      protocolNumber
      status {
        externalDescription
      }
    }
  }
}
`,
];

/** The page: everything that it needs comes from this server, in files of their own so that none runs inline. */
export const pageOf = (people: readonly DevelopmentPerson[] | null): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Ocorrências: GraphiQL</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/graphiql/graphiql.css">
    <style>
      html, body { height: 100%; margin: 0; }
      body { display: flex; flex-direction: column; }
      #who { display: flex; gap: 0.5rem; align-items: center; padding: 0.5rem 1rem; font: 14px/1.4 system-ui, sans-serif; }
      #who select { font: inherit; padding: 0.2rem; }
      #root { flex: 1; min-height: 0; }
      .graphiql-container { height: 100%; }
    </style>
  </head>
  <body>
    <noscript>The explorer needs JavaScript.</noscript>
    <form id="who" hidden>
      <label for="person">Ask as</label>
      <select id="person"></select>
      <output id="state" for="person"></output>
    </form>
    <div id="root"></div>
    <script type="application/json" id="settings">${asData({ people: people?.map(choice) ?? null, operations: startingOperations })}</script>
    <script src="/graphiql/graphiql.js"></script>
    <script src="/graphiql/page.js"></script>
  </body>
</html>
`;

const choice = ({ operator, role, subject, name }: DevelopmentPerson) => ({ operator, role, subject, name });

/** Nothing in it can end the element that it stands in. */
const asData = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

/** What the page does: whom to ask as, and the explorer with that token, or with the one among its own headers. */
export const pageScript = `'use strict';
const { people, operations } = JSON.parse(document.getElementById('settings').textContent);
const state = document.getElementById('state');
const select = document.getElementById('person');
const remembered = 'ocorrencias:person';
let token = null;

/** What stands in the explorer's own headers wins. */
let ownHeaders = localStorage.getItem('graphiql:headers') ?? '';
function ownAuthorization() {
  try {
    const headers = JSON.parse(ownHeaders);
    const name = Object.keys(headers).find((key) => key.toLowerCase() === 'authorization');
    return name === undefined ? null : String(headers[name]);
  } catch {
    return null;
  }
}
function credentials() {
  const authorization = ownAuthorization() ?? (token && 'Bearer ' + token);
  return authorization ? { authorization } : {};
}

async function becomeChosen() {
  const person = people[Number(select.value)];
  if (!person) {
    token = null;
    state.value = '';
    return;
  }
  const search = new URLSearchParams({ operator: person.operator, role: person.role.toLowerCase(), subject: person.subject });
  const response = await fetch('/graphiql/token?' + search);
  token = response.ok ? (await response.json()).token : null;
  state.value = response.ok ? '' : 'no token: ' + response.status;
  localStorage.setItem(remembered, person.operator + '/' + person.subject);
}

async function offerPeople() {
  select.append(new Option('nobody', '-1'));
  people.forEach((person, index) =>
    select.append(new Option(person.operator + ': ' + person.name + ', ' + person.role.toLowerCase(), String(index))));
  const before = localStorage.getItem(remembered);
  select.value = String(Math.max(0, people.findIndex((person) => person.operator + '/' + person.subject === before)));
  select.addEventListener('change', becomeChosen);
  document.getElementById('who').hidden = false;
  // A token lasts an hour.
  setInterval(becomeChosen, 30 * 60 * 1000);
  await becomeChosen();
}

self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_module, label) => '/graphiql/worker-' + label + '.js' };

(people ? offerPeople() : Promise.resolve()).finally(() =>
  YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
    endpoint: '/graphql',
    subscriptionsEndpoint: '/graphql',
    subscriptionsProtocol: 'WS',
    title: 'Ocorrências',
    defaultTabs: operations.map((query) => ({ query })),
    additionalHeaders: credentials,
    connectionParams: credentials,
    onEditHeaders: (headers) => { ownHeaders = headers; },
  }),
);
`;
