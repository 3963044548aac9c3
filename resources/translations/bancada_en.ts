<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="pt_BR">
<context>
    <name>Actions</name>
    <message>
        <source>Comandos…</source>
        <translation>Commands…</translation>
    </message>
    <message>
        <source>Atalhos desta página</source>
        <translation>Shortcuts of this page</translation>
    </message>
    <message>
        <source>Alternar claro e escuro</source>
        <translation>Switch between light and dark</translation>
    </message>
    <message>
        <source>Tema do sistema</source>
        <translation>System theme</translation>
    </message>
    <message>
        <source>Tema claro</source>
        <translation>Light theme</translation>
    </message>
    <message>
        <source>Tema escuro</source>
        <translation>Dark theme</translation>
    </message>
    <message>
        <source>Linhas compactas</source>
        <translation>Compact rows</translation>
    </message>
    <message>
        <source>Linhas confortáveis</source>
        <translation>Comfortable rows</translation>
    </message>
    <message>
        <source>Idioma: português</source>
        <translation>Language: Portuguese</translation>
    </message>
    <message>
        <source>Idioma: inglês</source>
        <translation>Language: English</translation>
    </message>
    <message>
        <source>Abrir outro banco de dados…</source>
        <translation>Open another database…</translation>
    </message>
    <message>
        <source>Cancelar o trabalho em andamento</source>
        <translation>Cancel the running work</translation>
    </message>
    <message>
        <source>Sair</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Atualizar a fila</source>
        <translation>Refresh the queue</translation>
    </message>
    <message>
        <source>Procurar na fila</source>
        <translation>Search the queue</translation>
    </message>
    <message>
        <source>Limpar filtros</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Salvar filtros como visão…</source>
        <translation>Save filters as a view…</translation>
    </message>
    <message>
        <source>Escolher colunas…</source>
        <translation>Choose columns…</translation>
    </message>
    <message>
        <source>Importar registro de chamados…</source>
        <translation>Import a ticket log…</translation>
    </message>
    <message>
        <source>Ir para a lista</source>
        <translation>Go to the list</translation>
    </message>
    <message>
        <source>Mostrar ou esconder o painel do chamado</source>
        <translation>Show or hide the ticket panel</translation>
    </message>
    <message>
        <source>Chamado: conversa</source>
        <translation>Ticket: conversation</translation>
    </message>
    <message>
        <source>Chamado: prazo</source>
        <translation>Ticket: deadline</translation>
    </message>
    <message>
        <source>Chamado: histórico</source>
        <translation>Ticket: history</translation>
    </message>
    <message>
        <source>Copiar o número do chamado</source>
        <translation>Copy the ticket number</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Deta&amp;lhes</source>
        <translation>Detai&amp;ls</translation>
    </message>
    <message>
        <source>Dispen&amp;sar</source>
        <translation>Dismi&amp;ss</translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>Procurar…</source>
        <translation>Search…</translation>
    </message>
    <message>
        <source>&amp;Limpar</source>
        <translation>C&amp;lear</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Comandos</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Digite o que quer fazer…</source>
        <translation>Type what you want to do…</translation>
    </message>
    <message>
        <source>Procurar comando</source>
        <translation>Search commands</translation>
    </message>
    <message>
        <source>Nenhum comando com essas letras.</source>
        <translation>No command with these letters.</translation>
    </message>
    <message>
        <source>Comandos encontrados</source>
        <translation>Commands found</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Crítica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Média</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baixa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>novo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>em atendimento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pendente com o cliente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>em manutenção</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>na Inovação</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>na Fábrica de Software</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aguardando aceite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encerrado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balcão</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>telefone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automático</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>importação</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aceito pelo cliente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encerramento automático</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelado pelo cliente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encerrado no registro importado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abriu o chamado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classificou</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mudou a severidade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transferiu para outra equipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mudou o contrato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>o calendário mudou</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assumiu o atendimento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encaminhou à manutenção</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encaminhou ao desenvolvimento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voltou ao suporte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>o cliente respondeu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interagiu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vinculou a outro chamado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mudou a situação</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>combinou o prazo com o cliente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voltou ao prazo calculado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>registrou a solução</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>o cliente recusou a solução</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>o cliente adiou o aceite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>o cliente aceitou a solução</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aviso de prazo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lembrete ao cliente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>o limite do aceite mudou</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unido a outro chamado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>união desfeita</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encerrou o chamado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encerramento anulado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pesquisa enviada</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pesquisa respondida</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>texto apagado a pedido do titular</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DueCell</name>
    <message>
        <source>⏸ aceite {days} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⏸ cliente {days} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? sem prazo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encerrado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encerrado fora do prazo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prazo: {due}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Não há prazo calculado; veja a aba Prazo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O relógio está parado; restam {left} úteis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aceite até {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À espera do cliente desde {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fora do horário: volta {opens}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vencido</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailureDetails</name>
    <message>
        <source>Detalhes da falha</source>
        <translation>Details of the failure</translation>
    </message>
    <message>
        <source>Detalhes</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Registro: {path}</source>
        <translation>Log: {path}</translation>
    </message>
    <message>
        <source>&amp;Copiar</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>Fechar</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>Algo falhou no programa e o ato não foi concluído. O que já estava salvo continua salvo.</source>
        <translation>Something failed in the program and the act was not completed. What was saved stays saved.</translation>
    </message>
    <message>
        <source>Sem permissão para usar {name}; escolha outro lugar ou peça acesso.</source>
        <translation>No permission to use {name}; choose another place or ask for access.</translation>
    </message>
    <message>
        <source>{name} não foi encontrado; verifique o nome e a pasta.</source>
        <translation>{name} was not found; check the name and the folder.</translation>
    </message>
    <message>
        <source>O sistema recusou uma operação com arquivo {name}; verifique o disco e tente de novo.</source>
        <translation>The system refused an operation with file {name}; check the disk and try again.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Bancada</source>
        <translation>Bancada</translation>
    </message>
    <message>
        <source>{page} · Bancada</source>
        <translation>{page} · Bancada</translation>
    </message>
</context>
<context>
    <name>NavigationBar</name>
    <message>
        <source>Ir para {page}</source>
        <translation type="unfinished">Go to {page}</translation>
    </message>
    <message>
        <source>Comandos  {key}</source>
        <translation>Commands  {key}</translation>
    </message>
    <message>
        <source>Comandos</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Pr&amp;eferências</source>
        <translation>Pr&amp;eferences</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>&amp;Fila</source>
        <translation>&amp;Queue</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>O idioma muda quando a Bancada for aberta de novo.</source>
        <translation>The language changes when Bancada is opened again.</translation>
    </message>
</context>
<context>
    <name>QueueColumns</name>
    <message>
        <source>prazo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chamado</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sever.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cliente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resumo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>produto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>situação</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aberto em</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Atalhos do teclado</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Ato</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>Tecla</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Fechar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Com o foco na lista</source>
        <translation>While the list has the focus</translation>
    </message>
    <message>
        <source>Ir para {page}</source>
        <translation>Go to {page}</translation>
    </message>
    <message>
        <source>Em toda a janela</source>
        <translation>In the whole window</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Banco de dados</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>Andamento do trabalho</source>
        <translation>Progress of the work</translation>
    </message>
    <message>
        <source>Ca&amp;ncelar</source>
        <translation>Ca&amp;ncel</translation>
    </message>
    <message>
        <source>Hora de Brasília</source>
        <translation>Brasília time</translation>
    </message>
    <message>
        <source>sem banco de dados</source>
        <translation>no database</translation>
    </message>
    <message>
        <source>abrindo o banco de dados…</source>
        <translation>opening the database…</translation>
    </message>
    <message>
        <source>{label}: sem conexão</source>
        <translation>{label}: no connection</translation>
    </message>
    <message>
        <source>{time} BRT</source>
        <translation>{time} BRT</translation>
    </message>
    <message>
        <source>Trabalhando…</source>
        <translation>Working…</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Fechar</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>WelcomeDialog</name>
    <message>
        <source>Boas-vindas à Bancada</source>
        <translation>Welcome to Bancada</translation>
    </message>
    <message>
        <source>Por onde começar?</source>
        <translation>Where to begin?</translation>
    </message>
    <message>
        <source>Ver a &amp;demonstração</source>
        <translation>See the &amp;demo</translation>
    </message>
    <message>
        <source>Uma pequena central fictícia, que some ao fechar.</source>
        <translation>A small fictional help desk, gone when you close it.</translation>
    </message>
    <message>
        <source>Criar um banco &amp;novo</source>
        <translation>Make a &amp;new database</translation>
    </message>
    <message>
        <source>Um arquivo neste computador, vazio, na sua pasta de dados.</source>
        <translation>A file on this computer, empty, in your data folder.</translation>
    </message>
    <message>
        <source>&amp;Importar um registro de chamados</source>
        <translation>&amp;Import a ticket log</translation>
    </message>
    <message>
        <source>Um banco novo, preenchido por um arquivo CSV de outro sistema.</source>
        <translation>A new database, filled from a CSV file of another system.</translation>
    </message>
    <message>
        <source>Conectar ao banco da &amp;equipe</source>
        <translation>Connect to the t&amp;eam’s database</translation>
    </message>
    <message>
        <source>Um servidor PostgreSQL ou um arquivo que já existe.</source>
        <translation>A PostgreSQL server or a file that already exists.</translation>
    </message>
    <message>
        <source>Endere&amp;ço</source>
        <translation>&amp;Address</translation>
    </message>
    <message>
        <source>Conec&amp;tar</source>
        <translation>Connec&amp;t</translation>
    </message>
    <message>
        <source>O endereço começa por postgresql:// (servidor) ou sqlite:/// (arquivo).</source>
        <translation>The address begins with postgresql:// (server) or sqlite:/// (file).</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>Tentar de novo</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Escolher por onde começar…</source>
        <translation>Choose where to begin…</translation>
    </message>
    <message>
        <source>Abrindo…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Abrindo o banco de dados…</source>
        <translation>Opening the database…</translation>
    </message>
    <message>
        <source>Abrindo o banco de dados</source>
        <translation>Opening the database</translation>
    </message>
    <message>
        <source>Nenhum banco de dados aberto</source>
        <translation>No database is open</translation>
    </message>
    <message>
        <source>Aqui fica a fila de chamados, assim que um banco for escolhido.</source>
        <translation>The queue of tickets stands here as soon as a database is chosen.</translation>
    </message>
    <message>
        <source>O banco de dados não abriu</source>
        <translation>The database did not open</translation>
    </message>
</context>
</TS>
